#!/usr/bin/env bash
# Checks that Nacre refuses components that are too large for it, and says why: by a cap, by the time that compiling may
# take, or by a function that does not fit into a JVM method.
#
#   usage: check-refused.sh COMPONENT...       each exports the function handle-data
set -euo pipefail

repository=$(cd "$(dirname "$0")/../.." && pwd)
reasons='at most [0-9]+ allowed \(setting [a-z_]+\)|compile_timeout|function [0-9]+ .*needs [0-9]+ bytes of JVM code, at most 65,535'

for component in "$@"; do
    file=$(realpath "$component")
    if answer=$("$repository/nacre" sql \
        -c "CREATE FUNCTION mask LANGUAGE WASM AS 'file:${file//\'/\'\'}' EXPORT 'handle-data'" 2>&1); then
        echo "check-refused.sh: '$component': expected to be refused, but it was registered" >&2
        exit 1
    fi
    reason=$(grep -E "$reasons" <<<"$answer") || {
        echo "check-refused.sh: '$component': expected to be refused for its size, found: $answer" >&2
        exit 1
    }
    echo "refused  $(basename "$component"): $reason"
done
