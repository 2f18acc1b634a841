#!/usr/bin/env bash
# Runs the built guests in node, through jco: a second opinion that owes nothing to this project's own code.
#
#   usage: check.sh [--tools FOLDER] [GUEST...]       default: every guest that has a check, target/guest-tools
#
# Prints "checked NAME" for each and writes NAME.wit, the world as jco reads it, beside the component.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
tools=$(cd "$here/../.." && pwd)/target/guest-tools
if [ "${1:-}" = --tools ]; then
    tools=${2:?check.sh: --tools needs a folder}
    shift 2
fi
mkdir -p "$tools"
tools=$(cd "$tools" && pwd)
[ -d "$tools/node/node_modules" ] || "$here/toolchain/node.sh" "$tools/node"
jco() { node "$tools/node/node_modules/@bytecodealliance/jco/dist/jco.js" "$@"; }

# check GUEST SCRIPT   transpiles the component and hands the module to check/SCRIPT.mjs
check() {
    local component=$here/built/$1.component.wasm out=$tools/node/out/$1
    local flags=()
    if [ "$1" = quickjs ] && node --experimental-wasm-extended-const -e '' 2>/dev/null; then
        flags=(--experimental-wasm-extended-const) # newer versions of node have it without being asked
    fi
    jco wit "$component" >"$here/built/$1.wit"
    rm -rf "$out"
    mkdir -p "$out"
    cp "$here"/check/*.mjs "$out"
    jco transpile "$component" -q --no-typescript --name guest -o "$out" \
        --map 'local:telemetry/logger=./logger.mjs' --map 'acme:secret/vault=./vault.mjs'
    echo '{ "type": "module" }' >"$out/package.json"
    (cd "$out" && node "${flags[@]}" --input-type=module \
        -e "const check = (await import('./$2.mjs')).default; await check(await import('./guest.js'));" </dev/null)
    echo "checked $1"
}

guests=("$@")
[ ${#guests[@]} -gt 0 ] || guests=({telemetry,shapes}-{rust,c,cpp,go,as} quickjs {probe,files,reach,json,patterns,sql,geo,text,stats,csv,sessionize,anomaly,kernels,kinds}-rust log-filter-c filtered-telemetry hostile liar missing-import)
for guest in "${guests[@]}"; do
    case $guest in
    telemetry-* | quickjs) check "$guest" telemetry ;;
    shapes-*) check "$guest" shapes ;;
    log-filter-c) check "$guest" log-filter ;;
    *) check "$guest" "${guest%-rust}" ;;
    esac
done
