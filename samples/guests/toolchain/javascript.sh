#!/usr/bin/env bash
# Installs the two tools that make components out of JavaScript, by QuickJS and by StarlingMonkey, into a folder of its own.
#
#   usage: javascript.sh FOLDER        needs node 20 or later with npm
set -euo pipefail

folder=${1:?usage: javascript.sh FOLDER}
source "$(dirname "$0")/versions.sh"

mkdir -p "$folder"
cd "$folder"
[ -f package.json ] || echo '{ "private": true }' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund \
    "componentize-qjs@$COMPONENTIZE_QJS_VERSION" "@bytecodealliance/componentize-js@$COMPONENTIZE_JS_VERSION"
