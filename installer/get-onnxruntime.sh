#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Gets ONNX Runtime, which the embedder "onnx" needs: its headers to build with, its library to run with. Where the
# system packages it (Debian 13), that package. Otherwise the headers come from Debian 13's signed package, through
# a private apt configuration (/etc/apt is not touched, apt checks the signatures), and the library from the npm
# package onnxruntime-node, whose checksum stands here. Parley builds and runs without any of this.

set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
PARLEY_SCRIPT=installer/get-onnxruntime.sh
# shellcheck source=packages.sh
source "$ROOT/installer/packages.sh"

# The library must serve the headers' version (1.21 in Debian 13).
PACKAGE="onnxruntime-node@1.21.0"
# SHA-512 of the package, as npm lists it (there in base64).
SUM="35e6825fa596d8bf1c4424aacb76c89e5a39a238d0aaed9f0f70fef56e6a6f98abc31844c96297787daf67c5bdafa57168c3d46a7fb8ffb343c1932da2e67113"
KEYRING="/usr/share/keyrings/debian-archive-keyring.gpg"

usage() {
    cat <<'HELP'
usage: bash installer/get-onnxruntime.sh [DIR]

Puts include/onnxruntime and lib/libonnxruntime.so.1 into DIR (default: build/onnxruntime of this folder, where
CMake looks for them), or installs the system's package where there is one. What is there already stays.
HELP
}

mirror() {
    awk '/^URIs:/ { print $2; exit } /^deb / { for (i = 2; i <= NF; i++) if ($i ~ /^http/) { print $i; exit } }' \
        /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || true
}

# $1: an empty folder to work in
get_headers() {
    local uri
    uri="$(mirror)"
    [[ -n "$uri" && -f "$KEYRING" ]] ||
        parley_die "this system offers no libonnxruntime-dev and is no Debian whose mirror could be used." \
            "Put ONNX Runtime's headers into $TARGET/include/onnxruntime."
    mkdir -p "$1"/{parts,lists/partial,cache/archives/partial,files,unpacked}
    printf 'Types: deb\nURIs: %s\nSuites: trixie\nComponents: main\nSigned-By: %s\n' "$uri" "$KEYRING" \
        >"$1/parts/trixie.sources"
    local apt=(apt-get -qq -o Acquire::Retries=3 -o Dir::Etc::SourceList=/dev/null -o "Dir::Etc::SourceParts=$1/parts"
        -o "Dir::State::Lists=$1/lists" -o "Dir::Cache=$1/cache" -o APT::Sandbox::User=root)
    "${apt[@]}" update
    (cd "$1/files" && "${apt[@]}" download libonnxruntime-dev >/dev/null)
    dpkg-deb -x "$1"/files/libonnxruntime-dev_*.deb "$1/unpacked"
    mkdir -p "$TARGET/include"
    cp -r "$1/unpacked/usr/include/onnxruntime" "$TARGET/include/"
}

# $1: an empty folder to work in
get_library() {
    local machine packed actual
    case "$(uname -m)" in
    x86_64) machine=x64 ;;
    aarch64) machine=arm64 ;;
    *) parley_die "there is no ready library for $(uname -m)." "Put libonnxruntime.so.1 into $TARGET/lib." ;;
    esac
    command -v npm >/dev/null || parley_die "npm is missing." "Run: apt-get install npm"
    mkdir -p "$1"
    packed="$(cd "$1" && npm pack --silent "$PACKAGE" 2>/dev/null | tail -n 1)"
    [[ -f "$1/$packed" ]] || parley_die "npm could not fetch $PACKAGE." "Is there a network connection?"
    actual="$(sha512sum "$1/$packed" | cut -d ' ' -f 1)"
    [[ "$actual" == "$SUM" ]] || parley_die "$PACKAGE is not the one that was checked." "Its sum is $actual"
    tar xzf "$1/$packed" -C "$1" "package/bin/napi-v3/linux/$machine/libonnxruntime.so.1"
    mkdir -p "$TARGET/lib"
    mv "$1/package/bin/napi-v3/linux/$machine/libonnxruntime.so.1" "$TARGET/lib/"
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
TARGET="${1:-$ROOT/build/onnxruntime}"

if [[ -f "$TARGET/include/onnxruntime/onnxruntime_cxx_api.h" && -f "$TARGET/lib/libonnxruntime.so.1" ]] ||
    parley_is_installed libonnxruntime-dev; then
    echo "ONNX Runtime is there."
    exit 0
fi
if parley_is_offered libonnxruntime-dev; then
    parley_as_root env DEBIAN_FRONTEND=noninteractive apt-get "${PARLEY_APT_OPTIONS[@]}" -y -qq \
        --no-install-recommends install libonnxruntime-dev </dev/null
    exit 0
fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
[[ -f "$TARGET/include/onnxruntime/onnxruntime_cxx_api.h" ]] || get_headers "$work/headers"
[[ -f "$TARGET/lib/libonnxruntime.so.1" ]] || get_library "$work/library"
echo "ONNX Runtime is in $TARGET."
