#!/usr/bin/env bash
# Makes wasm-tools, whose command compose puts components together, in a folder of its own; installs nothing into the
# system.
#
#   usage: compose.sh FOLDER        afterwards FOLDER/wasm-tools
#
# Needs rustup and a C compiler for the host (cargo links with it). It is compiled from the crate registry, the command
# alone; that takes some minutes.
set -euo pipefail

folder=${1:?usage: compose.sh FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
source "$here/versions.sh"

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

rustup run "$RUSTUP_TOOLCHAIN_VERSION" rustc -V >/dev/null 2>&1 ||
    rustup toolchain install "$RUSTUP_TOOLCHAIN_VERSION" --profile minimal

[ -x "$folder/wasm-tools" ] || {
    rustup run "$RUSTUP_TOOLCHAIN_VERSION" cargo install wasm-tools --version "$WASM_TOOLS_VERSION" --locked \
        --no-default-features --features compose --root "$folder/cargo" --target-dir "$folder/cargo/target"
    ln -sf cargo/bin/wasm-tools "$folder/wasm-tools"
    rm -rf "$folder/cargo/target"
}
