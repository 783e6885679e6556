#!/bin/sh
# Make .venv and install what one lock file says:  .ci/environment.sh requirements.lock
# A stamp remembers what is installed, so that a second start installs nothing.
set -eu
cd "$(dirname "$0")/.."
. .ci/apt.sh

lock=$1
stamp=.venv/installed-$lock

digest() {
    if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -c 1-64
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for python in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if new_enough "$python"; then echo "$python"; return; fi
    done
    stop "Python 3.11 or newer is needed; if it is installed under another name, say PYTHON=/path/to/python3."
}

make_environment() {
    python=$(find_python)
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        package=$("$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')
        install_packages "$package" ||
            stop "This Python cannot make virtual environments: install the package $package (on Debian and Ubuntu: apt-get install $package), then try again."
    fi
    echo "Making a virtual environment in .venv ..."
    "$python" -m venv --clear .venv
}

if [ "$(cat "$stamp" 2>/dev/null)" = "$(digest "$lock")" ] && [ -x .venv/bin/python ]; then
    exit 0
fi
if ! new_enough .venv/bin/python || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    make_environment
fi
echo "Installing what $lock says ..."
rm -f .venv/installed-*
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" ||
    stop "The packages could not be installed: see pip's own words above."
if [ "$lock" = requirements-dev.lock ]; then
    # It holds the whole of requirements.lock, in the same versions (a house rule sees to that).
    digest requirements.lock >.venv/installed-requirements.lock
fi
digest "$lock" >"$stamp"
