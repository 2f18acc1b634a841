#!/usr/bin/env bash
# Makes wit-docs, which writes the comments of a WIT package into a component, in a folder of its own; installs nothing
# into the system.
#
#   usage: wit-docs.sh FOLDER        afterwards FOLDER/wit-docs
#
# Needs rustup and a C compiler for the host (cargo links with it). A minute, from the source beside this script.
set -euo pipefail

folder=${1:?usage: wit-docs.sh FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
source "$here/versions.sh"

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

rustup run "$RUSTUP_TOOLCHAIN_VERSION" rustc -V >/dev/null 2>&1 ||
    rustup toolchain install "$RUSTUP_TOOLCHAIN_VERSION" --profile minimal

rustup run "$RUSTUP_TOOLCHAIN_VERSION" cargo install --path "$here/wit-docs" --locked \
    --root "$folder/cargo" --target-dir "$folder/target"
ln -sf cargo/bin/wit-docs "$folder/wit-docs"
rm -rf "$folder/target"
