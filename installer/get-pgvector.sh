#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Installs the extension pgvector for this machine's newest PostgreSQL server: the distribution's package where
# there is one (Ubuntu 24.04, Debian 13), else built from Debian 13's signed source package. For that apt gets a
# configuration of its own, so that /etc/apt stays as it is, apt checks the signatures, and the mirror is the one
# this machine uses already. Run as root. Parley needs 0.8 or newer and works without.

set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
PARLEY_SCRIPT=installer/get-pgvector.sh
# shellcheck source=packages.sh
source "$ROOT/installer/packages.sh"

version="$(basename -a /usr/lib/postgresql/*/ 2>/dev/null | grep -E '^[0-9]+$' | sort -n | tail -n 1 || true)"
[[ -n "$version" ]] || parley_die "there is no PostgreSQL server here." "Run: apt-get install postgresql"
if [[ -f "/usr/share/postgresql/$version/extension/vector.control" ]]; then
    echo "pgvector is there for PostgreSQL $version."
    exit 0
fi
command -v apt-get >/dev/null || parley_die "this system has no apt." "See https://github.com/pgvector/pgvector"

install_packages() {
    DEBIAN_FRONTEND=noninteractive apt-get "${PARLEY_APT_OPTIONS[@]}" -y -qq --no-install-recommends install \
        "$@" </dev/null
}

if parley_is_offered "postgresql-$version-pgvector"; then
    install_packages "postgresql-$version-pgvector"
    exit 0
fi

# The first mirror of the machine's own sources, in either of apt's two formats.
mirror="$(awk '/^URIs:/ { print $2; exit }
               /^deb / { for (i = 2; i <= NF; i++) if ($i ~ /^http/) { print $i; exit } }' \
    /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || true)"
[[ -n "$mirror" ]] || parley_die "no Debian mirror is named in the apt sources."
install_packages "postgresql-server-dev-$version" dpkg-dev make gcc >/dev/null

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{parts,lists/partial,cache/archives/partial,source}
printf 'Types: deb-src\nURIs: %s\nSuites: trixie\nComponents: main\nSigned-By: %s\n' \
    "$mirror" /usr/share/keyrings/debian-archive-keyring.gpg >"$work/parts/trixie.sources"
own_apt() {
    apt-get -qq -o Dir::Etc::SourceList=/dev/null -o "Dir::Etc::SourceParts=$work/parts" \
        -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root "$@"
}
own_apt update
cd "$work/source"
own_apt source --download-only pgvector
tar xzf pgvector_*.orig.tar.gz
cd pgvector-*/
# No -march=native, so that what is built here runs on other machines; and no clang.
config="/usr/lib/postgresql/$version/bin/pg_config"
make -s -j"$(nproc)" OPTFLAGS="" with_llvm=no PG_CONFIG="$config"
make -s install with_llvm=no PG_CONFIG="$config"
echo "pgvector $(sed -n "s/^default_version *= *'\(.*\)'/\1/p" vector.control) is installed for PostgreSQL $version."
