#!/bin/sh
# What the tests need beside Python. Installs only what is missing, and only where apt and the
# right to use it are there; where they are not, the tests that need a part say so.
set -eu
cd "$(dirname "$0")/.."
. .ci/apt.sh

missing=""
need() { missing="$missing $1"; }

has() { command -v "$1" >/dev/null; }
has_file() { [ -n "$(find "$1" -name "$2" -print -quit 2>/dev/null)" ]; }

has chromium || need chromium
has_file /usr/lib 'libatomic.so.1' || need libatomic1 # the program that drives the browser is linked to it
has soffice && has_file /usr/lib/libreoffice/program 'libsdlo.so' || need libreoffice-impress
has soffice && has_file /usr/lib/libreoffice/program 'libswlo.so' || need libreoffice-writer
has pdftoppm || need poppler-utils
has_file /usr/share/fonts 'LiberationSans-Regular.ttf' || need fonts-liberation
has postgres || has_file /usr/lib/postgresql postgres || need postgresql

[ -z "$missing" ] || install_packages $missing ||
    echo "Could not install:$missing. Tests that need them will say so." >&2
