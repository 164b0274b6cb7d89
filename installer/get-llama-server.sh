#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Gets llama-server, a third party's server of OpenAI's API, for the tests that speak to a real one. It comes from
# Debian's unstable distribution with its signatures checked, into a folder of its own: nothing is installed and
# /etc/apt is not touched. The tests are skipped without it.

set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
PARLEY_SCRIPT=installer/get-llama-server.sh
# shellcheck source=packages.sh
source "$ROOT/installer/packages.sh"

KEYRING="/usr/share/keyrings/debian-archive-keyring.gpg"

usage() {
    cat <<'HELP'
usage: bash installer/get-llama-server.sh [DIR]

Puts an executable "llama-server" into DIR (default: build/llama of this folder, where the tests look for it).
HELP
}

mirror() {
    awk '/^URIs:/ { print $2; exit } /^deb / { for (i = 2; i <= NF; i++) if ($i ~ /^http/) { print $i; exit } }' \
        /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || true
}

# $1: an empty folder to work in
download() {
    local uri
    uri="$(mirror)"
    [[ -n "$uri" && -f "$KEYRING" ]] ||
        parley_die "this system is no Debian whose mirror could be used." "Put llama-server into $TARGET."
    mkdir -p "$1"/{parts,lists/partial,cache/archives/partial}
    : >"$1/status" # as if nothing were installed: every library comes along
    printf 'Types: deb\nURIs: %s\nSuites: sid\nComponents: main\nSigned-By: %s\n' "$uri" "$KEYRING" \
        >"$1/parts/sid.sources"
    local apt=(apt-get -qq -o Acquire::Retries=3 -o Dir::Etc::SourceList=/dev/null -o "Dir::Etc::SourceParts=$1/parts"
        -o "Dir::State::Lists=$1/lists" -o "Dir::State::status=$1/status" -o "Dir::Cache=$1/cache"
        -o APT::Sandbox::User=root -o APT::Install-Recommends=false -o DPkg::Post-Invoke::=
        -o APT::Keep-Downloaded-Packages=true)
    "${apt[@]}" update
    "${apt[@]}" --download-only -y install llama.cpp >/dev/null
    local deb
    for deb in "$1"/cache/archives/*.deb; do
        dpkg-deb -x "$deb" "$TARGET/root"
    done
}

write_starter() {
    local lib backend loader
    lib="$(dirname "$(find "$TARGET/root/usr/lib" -name 'libc.so.6' | head -n 1)")"
    loader="$(find "$lib" -name 'ld-linux*' | head -n 1)"
    # The one that every processor of the last ten years can run, else whichever there is.
    backend="$(find "$TARGET/root" -name 'libggml-cpu-haswell.so' | head -n 1)"
    backend="${backend:-$(find "$TARGET/root" -name 'libggml-cpu*.so' | sort | head -n 1)}"
    [[ -n "$loader" && -x "$TARGET/root/usr/bin/llama-server" ]] ||
        parley_die "the package is not built as expected." "The tests do without it."
    cat >"$TARGET/llama-server" <<STARTER
#!/bin/sh
GGML_BACKEND_PATH='$backend' exec '$loader' --library-path '$lib:$lib/llama' '$TARGET/root/usr/bin/llama-server' "\$@"
STARTER
    chmod +x "$TARGET/llama-server"
}

case "${1:-}" in
--help | -h)
    usage
    exit 0
    ;;
-*)
    usage >&2
    exit 2
    ;;
esac
TARGET="$(realpath -m "${1:-$ROOT/build/llama}")"
if [[ -x "$TARGET/llama-server" ]]; then
    echo "llama-server is there."
    exit 0
fi
mkdir -p "$TARGET/root"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
download "$work"
write_starter
echo "llama-server is in $TARGET."
