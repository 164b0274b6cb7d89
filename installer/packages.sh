# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# Which packages of the distribution Parley needs, and how they are installed. Sourced by quickstart.sh and by
# tests/run.sh; Debian 12 and 13 and Ubuntu 24.04 are known. "a|b" means: the first that this system offers.

# Commands, as "command:package". A command that is there already, from wherever, is not asked of apt.
PARLEY_BUILD_COMMANDS=(g++:g++ cmake:cmake ninja:ninja-build pkg-config:pkg-config node:nodejs npm:npm)
PARLEY_TEST_COMMANDS=(python3:python3)

PARLEY_BUILD_PACKAGES=(
    qt6-base-dev libqt6sql6-sqlite libgl-dev
    "qt6-charts-dev|libqt6charts6-dev" "qt6-websockets-dev|libqt6websockets6-dev" "qt6-svg-dev|libqt6svg6-dev"
    "libqt6opengl6-dev|qt6-base-dev" qtkeychain-qt6-dev qt6-l10n-tools qt6-tools-dev
    nlohmann-json3-dev libspdlog-dev libpqxx-dev libsqlite3-dev libcurl4-openssl-dev libssl-dev libcrypt-dev
    libstemmer-dev libexpected-dev prometheus-cpp-dev libmd4c-dev libmd4c-html0-dev libxml2-dev
    libtomlplusplus-dev zlib1g-dev libpoppler-cpp-dev libzip-dev poppler-data libcld2-dev
    libvalijson-dev libre2-dev
)
PARLEY_TEST_PACKAGES=(fonts-dejavu-core xvfb xauth)

# Make the build faster where the system offers them.
PARLEY_OPTIONAL_COMMANDS=(ccache:ccache mold:mold)

PARLEY_APT_OPTIONS=(-o DPkg::Lock::Timeout=400 -o Acquire::Retries=3)

# Says something on standard error and ends the script. A second line says what to do.
parley_die() {
    printf '\n%s: %s\n' "${PARLEY_SCRIPT:-parley}" "$1" >&2
    shift
    local line
    for line in "$@"; do
        printf '  %s\n' "$line" >&2
    done
    exit 1
}

parley_is_installed() {
    [[ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" == installed ]]
}

# $1: "a|b"; one of them will do.
parley_is_any_installed() {
    local name
    for name in ${1//|/ }; do
        parley_is_installed "$name" && return 0
    done
    return 1
}

# Whether apt could install it.
parley_is_offered() {
    local candidate
    candidate="$(apt-cache policy "$1" 2>/dev/null | awk '/^  Candidate:/ { print $2 }')"
    [[ -n "$candidate" && "$candidate" != "(none)" ]]
}

# Boost's headers, 1.81 or newer: Debian 12 has them under a versioned name beside an older default.
parley_has_boost() {
    local version
    version="$(awk '/^#define BOOST_VERSION / { print $3 }' /usr/include/boost/version.hpp 2>/dev/null || true)"
    [[ "${version:-0}" -ge 108100 ]]
}

parley_has_browser() {
    local name
    for name in chromium chromium-browser google-chrome; do
        command -v "$name" >/dev/null && return 0
    done
    return 1
}

# The server, not only its client; Debian keeps it off the PATH.
parley_has_postgres() {
    command -v postgres >/dev/null || compgen -G "/usr/lib/postgresql/*/bin/postgres" >/dev/null
}

# Prints what is missing, one "package" or "a|b" a line. $1: "build", or "tests" for both.
parley_missing() {
    local entry commands=("${PARLEY_BUILD_COMMANDS[@]}") packages=("${PARLEY_BUILD_PACKAGES[@]}")
    if [[ "$1" == tests ]]; then
        commands+=("${PARLEY_TEST_COMMANDS[@]}")
        packages+=("${PARLEY_TEST_PACKAGES[@]}")
        parley_has_browser || echo chromium
        parley_has_postgres || echo postgresql
    fi
    for entry in "${commands[@]}"; do
        command -v "${entry%%:*}" >/dev/null || echo "${entry#*:}"
    done
    for entry in "${packages[@]}"; do
        parley_is_any_installed "$entry" || echo "$entry"
    done
    parley_has_boost || echo "libboost1.81-dev|libboost1.83-dev|libboost1.88-dev|libboost-dev"
}

# Runs a command as root.
parley_as_root() {
    if [[ "$(id -u)" -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        parley_die "packages must be installed, but this is not root and there is no sudo." \
            "Run as root: $*"
    fi
}

# Resolves "a|b" and leaves out the duplicates. Fails naming what the system does not offer.
parley_resolve() {
    local entry name chosen
    for entry in "$@"; do
        chosen=""
        for name in ${entry//|/ }; do
            if parley_is_offered "$name"; then
                chosen="$name"
                break
            fi
        done
        [[ -n "$chosen" ]] || parley_die "this system's package lists do not offer ${entry//|/ or }." \
            "Debian 12 or newer and Ubuntu 24.04 or newer do. Check /etc/apt and run: apt-get update"
        echo "$chosen"
    done | sort -u
}

# Installs what is missing for "build" or "tests"; does nothing, and needs no network, when nothing is.
parley_install_packages() {
    local missing wanted=() entry name
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "No apt here: the packages listed in installer/packages.sh are taken to be installed." >&2
        return 0
    fi
    mapfile -t missing < <(parley_missing "$1")
    [[ ${#missing[@]} -gt 0 ]] || return 0
    echo "Installing packages: ${missing[*]}"
    parley_as_root apt-get "${PARLEY_APT_OPTIONS[@]}" -qq update ||
        parley_die "apt-get update failed." "Is there a network connection? Its own message stands above."
    name="$(parley_resolve "${missing[@]}")" || exit 1
    mapfile -t wanted <<<"$name"
    for entry in "${PARLEY_OPTIONAL_COMMANDS[@]}"; do
        name="${entry#*:}"
        if ! command -v "${entry%%:*}" >/dev/null && parley_is_offered "$name"; then
            wanted+=("$name")
        fi
    done
    parley_as_root env DEBIAN_FRONTEND=noninteractive apt-get "${PARLEY_APT_OPTIONS[@]}" -y -qq \
        --no-install-recommends install "${wanted[@]}" </dev/null ||
        parley_die "apt-get could not install the packages." \
            "Its own message stands above. Try: apt-get install ${wanted[*]}"
}

# How many compilers at once: one a processor, but no more than the memory holds (1.4 GB for the largest file).
parley_jobs() {
    local processors available
    processors="$(nproc)"
    available="$(awk '/^MemAvailable:/ { print int($2 / 1024 / 1400) }' /proc/meminfo 2>/dev/null || true)"
    [[ -n "$available" ]] || available="$processors"
    ((available >= 1)) || available=1
    echo "$((available < processors ? available : processors))"
}
