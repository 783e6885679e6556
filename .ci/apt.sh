# Read by the other scripts here: Debian packages, where apt and the right to use it are there.

stop() {
    echo "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

# Install these packages, or answer "no" (and the caller says what is missing).
install_packages() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] || command -v sudo >/dev/null || return 1
    echo "Installing $* ..."
    words=$(mktemp)
    # One broken source among many must not stop us: what is missing shows at the install.
    as_root apt-get update -qq >/dev/null 2>&1 || true
    if as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$@" >"$words" 2>&1; then
        rm -f "$words"
    else
        cat "$words" >&2
        rm -f "$words"
        return 1
    fi
}
