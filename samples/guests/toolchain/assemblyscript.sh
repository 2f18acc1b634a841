#!/usr/bin/env bash
# Installs the AssemblyScript compiler into a folder of its own.
#
#   usage: assemblyscript.sh FOLDER        needs node 20 or later with npm
set -euo pipefail

folder=${1:?usage: assemblyscript.sh FOLDER}
source "$(dirname "$0")/versions.sh"

mkdir -p "$folder"
cd "$folder"
[ -f package.json ] || echo '{ "private": true }' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund "assemblyscript@$ASSEMBLYSCRIPT_VERSION"
