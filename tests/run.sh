#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Installs what is missing, builds with warnings as errors, runs every test and ends with CTest's summary.

set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
PARLEY_SCRIPT=tests/run.sh
# shellcheck source=../installer/packages.sh
source "$ROOT/installer/packages.sh"

usage() {
    cat <<'HELP'
usage: bash tests/run.sh [--no-install] [--filter REGEX] [--jobs N]

Builds Parley in build/release with warnings as errors and runs all tests. The exit status is CTest's.

  --no-install     do not ask apt for anything
  --filter REGEX   run only the tests whose name matches: '^server[.]store', '^rules', '^e2e'
  --jobs N         compile N files at a time (default: one a processor, as far as the memory goes)
  --help           this text
HELP
}

wrong() {
    printf 'tests/run.sh: %s\n\n' "$1" >&2
    usage >&2
    exit 2
}

install=yes
filter=()
jobs=""
while [[ $# -gt 0 ]]; do
    case "$1" in
    --no-install) install=no ;;
    --filter)
        [[ $# -ge 2 && -n "$2" ]] || wrong "--filter needs a regular expression"
        filter=(--tests-regex "$2")
        shift
        ;;
    --jobs)
        [[ "${2:-}" =~ ^[1-9][0-9]*$ ]] || wrong "--jobs needs a number"
        jobs="$2"
        shift
        ;;
    --help | -h)
        usage
        exit 0
        ;;
    *) wrong "there is no option $1" ;;
    esac
    shift
done

exec </dev/null
cd "$ROOT"
if [[ "$install" == yes ]]; then
    parley_install_packages tests
    # Debian 12 has no package of pgvector; without it the tests that need it say so and are skipped.
    (compgen -G "/usr/share/postgresql/*/extension/vector.control" >/dev/null ||
        parley_as_root bash installer/get-pgvector.sh) ||
        echo "Without pgvector the tests of its search are skipped." >&2
    # Everything but one embedder is built and tested without it.
    bash installer/get-onnxruntime.sh || echo "Without ONNX Runtime the embedder onnx is left out." >&2
    # A third party's server of language models; it is not ours, so its tests may be missing.
    bash installer/get-llama-server.sh || echo "Without llama-server the tests that speak to it are skipped." >&2
fi
jobs="${jobs:-$(parley_jobs)}"

echo "== Configuring"
cmake --preset release -DPARLEY_WERROR=ON -DPARLEY_TESTS=ON -DPARLEY_BENCH=ON ||
    parley_die "CMake could not configure the build." \
        "A missing library is named above; without --no-install this script asks apt for it."

echo "== Building with $jobs at a time"
cmake --build build/release --parallel "$jobs" ||
    parley_die "the build failed; the first error stands above."

echo "== Testing"
# e2e tests are serial by their own property; nothing may follow CTest's summary.
exec ctest --preset release --parallel 2 ${filter[@]+"${filter[@]}"}
