#!/usr/bin/env bash
# Installs jco, which assembles components from text and runs them in node, into a folder of its own.
#
#   usage: node.sh FOLDER        needs node 20 or later with npm
set -euo pipefail

folder=${1:?usage: node.sh FOLDER}
source "$(dirname "$0")/versions.sh"

mkdir -p "$folder"
cd "$folder"
[ -f package.json ] || echo '{ "private": true }' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund "@bytecodealliance/jco@$JCO_VERSION" "@bytecodealliance/preview2-shim@$PREVIEW2_SHIM_VERSION"
