#!/usr/bin/env bash
# Builds the scripts of this folder: FOLDER/NAME.wast becomes FOLDER/NAME/NAME.json and the binaries beside it, and
# SHA256SUMS gets the digest of every source and built file. The tests use what is built, so that nothing but a change of
# a script needs this.
#
# Needs wasm-tools 1.263 (cargo install wasm-tools --version 1.263.0).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

for source in */*.wast; do
  name=$(basename "$source" .wast)
  folder=${source%.wast}
  rm -rf "$folder"
  mkdir "$folder"
  wasm-tools json-from-wast "$source" --pretty --wasm-dir "$folder" --output "$folder/$name.json"
done

find . -type f \( -name '*.wast' -o -name '*.json' -o -name '*.wasm' \) -printf '%P\n' | LC_ALL=C sort |
  xargs sha256sum >SHA256SUMS
