#!/bin/sh
# Write both lock files: hashed, for every platform, naming no registry. Versions stay as they
# are where they can; UPGRADE=1 takes the newest.
set -eu
cd "$(dirname "$0")/.."
. .ci/apt.sh

.venv/bin/python -m pip install --quiet --disable-pip-version-check uv || stop "uv could not be installed."
resolve() {
    .venv/bin/python -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-header --extra postgres ${UPGRADE:+--upgrade} "$@"
}
resolve --output-file requirements.lock
# The same versions again, and the tools: the one list holds the whole of the other.
resolve --constraint requirements.lock --no-annotate --group dev --output-file requirements-dev.lock
