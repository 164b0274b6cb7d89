#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# From a bare machine to a running demo: installs packages, builds, makes a data folder, starts parleyd.

set -Eeuo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
PARLEY_SCRIPT=quickstart
# shellcheck source=packages.sh
source "$ROOT/installer/packages.sh"

BINARY="$ROOT/build/release/bin/parleyd"
START_LIMIT_S=60
STOP_LIMIT_S=40

usage() {
    cat <<HELP
usage: bash installer/quickstart.sh [--port N] [--data DIR] [--no-build]
       bash installer/quickstart.sh --stop [--data DIR]

Installs what is missing, builds Parley, seeds a demo tenant and starts parleyd in the background.
Run again, it starts what is there in seconds, and builds only what changed.

  --port N     port on 127.0.0.1 (default 8080; 0 takes a free one)
  --data DIR   where everything is kept (default ${DATA})
  --no-build   install and build nothing, start what was built before
  --stop       stop the daemon of that data folder
  --help       this text

PARLEY_DEMO_PASSWORD sets the demo operators' password at the first start; otherwise one is made up.
HELP
}

wrong() {
    printf 'quickstart: %s\n\n' "$1" >&2
    usage >&2
    exit 2
}

step() {
    STEP="$1"
    printf '== %s\n' "$1"
}

failed() {
    local status=$?
    trap - ERR
    printf '\nquickstart: "%s" failed (status %s, line %s).\n' "$STEP" "$status" "$1" >&2
    printf '  The reason stands above. Mend it and run this again: what is done is not done twice.\n' >&2
    exit "$status"
}

# Prints the process id of this data folder's daemon, if it runs.
running_pid() {
    local pid
    pid="$(cat "$DATA/parleyd.pid" 2>/dev/null || true)"
    [[ "$pid" =~ ^[0-9]+$ ]] || return 1
    # A stale file may name somebody else's process by now.
    [[ "$(cat "/proc/$pid/comm" 2>/dev/null || true)" == parleyd ]] || return 1
    is_alive "$pid" || return 1
    echo "$pid"
}

# A process that has ended but that nobody has waited for (in containers without an init) does not count.
is_alive() {
    local state
    state="$(sed -n 's/^State:[[:space:]]*\(.\).*/\1/p' "/proc/$1/status" 2>/dev/null || true)"
    [[ -n "$state" && "$state" != Z ]]
}

# Whether something accepts connections on a port of this machine.
is_taken() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Prints who listens on a port, as far as this user may know.
holder_of() {
    command -v ss >/dev/null || return 0
    ss -Hltnp "sport = :$1" 2>/dev/null | sed -n 's/.*users:((\("[^"]*",pid=[0-9]*\).*/\1/p' | head -n 1
}

# The first line of GET /health, without needing curl.
health() {
    local host_port="${1#http://}"
    local host="${host_port%%:*}" port="${host_port##*:}"
    (
        exec 3<>"/dev/tcp/$host/$port"
        printf 'GET /health HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$host_port" >&3
        IFS= read -r -t 5 line <&3
        printf '%s\n' "$line"
    ) 2>/dev/null || true
}

print_where() {
    local url="$1" pid="$2"
    cat <<WHERE

Parley is running (process $pid).

  Demo page        $url/demo
  Console          $ROOT/build/release/bin/parley-console --server $url --email supporter@demo.example
  API docs         $url/docs
  Operator         supporter@demo.example answers customers, admin@demo.example configures
  Their password   $(where_password)
  Data and log     $DATA, $DATA/parleyd.log
  Stop it          bash installer/quickstart.sh --stop$([[ "$DATA" == "$DEFAULT_DATA" ]] || printf ' --data %q' "$DATA")

WHERE
}

where_password() {
    if [[ -f "$DATA/demo-sign-in.txt" ]]; then
        echo "in $DATA/demo-sign-in.txt"
    else
        echo "what PARLEY_DEMO_PASSWORD was at the first start"
    fi
}

stop_daemon() {
    local pid waited=0
    if ! pid="$(running_pid)"; then
        echo "No daemon of $DATA is running."
        return 0
    fi
    kill -TERM "$pid"
    while is_alive "$pid"; do
        ((waited++ < STOP_LIMIT_S * 10)) || parley_die "process $pid still runs after $STOP_LIMIT_S s." \
            "It may be finishing long answers. End it with: kill -KILL $pid (nothing accepted is lost)"
        sleep 0.1
    done
    rm -f "$DATA/parleyd.pid"
    echo "Stopped."
}

build() {
    step "Installing what is missing"
    parley_install_packages build
    if [[ ! -f "$ROOT/build/release/build.ninja" ]]; then
        step "Configuring"
        (cd "$ROOT" && cmake --preset release -DPARLEY_TESTS=OFF -DPARLEY_BENCH=OFF) >"$DATA/build.log" 2>&1 || {
            tail -n 20 "$DATA/build.log" >&2
            parley_die "CMake could not configure the build." "The whole output is in $DATA/build.log"
        }
    fi
    local jobs targets=()
    jobs="$(parley_jobs)"
    # Where the tests were built before, the daemon and what it serves are enough here.
    if grep -q '^PARLEY_TESTS:BOOL=ON' "$ROOT/build/release/CMakeCache.txt"; then
        targets=(--target parleyd parley-console resources/all)
    fi
    step "Building with $jobs at a time (the first time takes some minutes)"
    cmake --build "$ROOT/build/release" --parallel "$jobs" ${targets[@]+"${targets[@]}"} ||
        parley_die "the build failed; the first error stands above." \
            "Out of memory? \"Killed\" in the output says so: close other programs and run this again." \
            "After a change of the system, remove $ROOT/build/release and run this again."
}

check_port() {
    local holder
    if [[ "$PORT" != 0 ]] && is_taken "$PORT"; then
        holder="$(holder_of "$PORT" || true)"
        parley_die "port $PORT is in use${holder:+ by $holder}." \
            "Choose another, for example: --port $((PORT < 65535 ? PORT + 1 : 8081))"
    fi
}

start_daemon() {
    local pid url="" waited=0 answer
    [[ -x "$BINARY" ]] || parley_die "there is no $BINARY." "Run this without --no-build."
    step "Starting"
    [[ ! -f "$DATA/parleyd.log" ]] || mv -f "$DATA/parleyd.log" "$DATA/parleyd.log.1"
    cd "$DATA"
    # The lock's descriptor must not live on in the daemon.
    setsid "$BINARY" serve --data "$DATA" --listen "127.0.0.1:$PORT" --demo \
        </dev/null >"$DATA/parleyd.log" 2>&1 9>&- &
    pid=$!
    echo "$pid" >"$DATA/parleyd.pid"
    while :; do
        if ! is_alive "$pid"; then
            rm -f "$DATA/parleyd.pid"
            tail -n 15 "$DATA/parleyd.log" >&2
            parley_die "parleyd ended at once; its last words stand above." "The whole log: $DATA/parleyd.log"
        fi
        url="$(sed -n 's/^parleyd listening on \(http[^ ]*\).*$/\1/p' "$DATA/parleyd.log" | head -n 1)"
        if [[ -n "$url" ]]; then
            # With TLS the line itself has to do: a shell cannot speak it.
            [[ "$url" != https:* ]] || break
            answer="$(health "$url")"
            [[ "$answer" != *" 200 "* ]] || break
        fi
        ((waited++ < START_LIMIT_S * 10)) || {
            kill -TERM "$pid" 2>/dev/null || true
            rm -f "$DATA/parleyd.pid"
            parley_die "parleyd did not answer /health within $START_LIMIT_S s." "Its log: $DATA/parleyd.log"
        }
        sleep 0.1
    done
    echo "$url" >"$DATA/parleyd.url"
    print_where "$url" "$pid"
}

DEFAULT_DATA="${XDG_DATA_HOME:-${HOME:-/root}/.local/share}/parley"
DATA="$DEFAULT_DATA"
PORT=8080
STEP="Reading the options"
action=start
should_build=yes
while [[ $# -gt 0 ]]; do
    case "$1" in
    --port)
        [[ "${2:-}" =~ ^[0-9]{1,5}$ && "$((10#$2))" -le 65535 ]] || wrong "--port needs a number from 0 to 65535"
        PORT="$((10#$2))"
        shift
        ;;
    --data)
        [[ -n "${2:-}" && "$2" != --* ]] || wrong "--data needs a folder"
        DATA="$2"
        shift
        ;;
    --no-build) should_build=no ;;
    --stop) action=stop ;;
    --help | -h)
        usage
        exit 0
        ;;
    *) wrong "there is no option $1" ;;
    esac
    shift
done
trap 'failed $LINENO' ERR

if [[ "$action" == start ]]; then
    mkdir -p "$DATA" 2>/dev/null || true
    [[ -d "$DATA" && -w "$DATA" ]] ||
        parley_die "the data folder $DATA cannot be written." "Choose another: --data DIR"
    chmod 700 "$DATA"
elif [[ ! -d "$DATA" ]]; then
    parley_die "there is no data folder $DATA." "Name the one that was used to start: --stop --data DIR"
fi
DATA="$(cd "$DATA" && pwd)"

if [[ "$action" == stop ]]; then
    stop_daemon
    exit 0
fi

exec 9>"$DATA/.quickstart.lock"
flock -n 9 || parley_die "another quickstart is at work on $DATA." "Wait until it is done."

if pid="$(running_pid)"; then
    url="$(cat "$DATA/parleyd.url" 2>/dev/null || echo "http://127.0.0.1:$PORT")"
    echo "It is running already; to build anew or to use another port, stop it first."
    print_where "$url" "$pid"
    exit 0
fi
check_port
[[ "$should_build" == no ]] || build
start_daemon
