#!/usr/bin/env bash
# Makes what Go guests need beside Go itself in a folder of its own; installs nothing into the system.
#
#   usage: go.sh FOLDER        afterwards FOLDER/pkg is the Go module that generated bindings import
#
# Needs Go (its go command fetches the pinned version when it is another) and rustup.
# The module is go.bytecodealliance.org/pkg, as it comes with the bindings generator in the crate registry: so the two
# fit each other, and no Go proxy has to know it.
set -euo pipefail

folder=${1:?usage: go.sh FOLDER}
source "$(dirname "$0")/versions.sh"

mkdir -p "$folder/crate/src"
folder=$(cd "$folder" && pwd)
cat >"$folder/crate/Cargo.toml" <<MANIFEST
[package]
name = "bindings"
edition = "2024"

[dependencies]
wit-bindgen-go = "=$WIT_BINDGEN_CLI_VERSION"
MANIFEST
touch "$folder/crate/src/lib.rs"

# cargo prints where it unpacked the crate
source=$(rustup run "$RUSTUP_TOOLCHAIN_VERSION" cargo metadata --manifest-path "$folder/crate/Cargo.toml" --format-version 1 |
    grep -o '"manifest_path":"[^"]*/wit-bindgen-go-[^"/]*/Cargo.toml"' | cut -d'"' -f4)

rm -rf "$folder/pkg"
cp -r "$(dirname "$source")/src/pkg" "$folder/pkg"
# It asks for a newer Go than it needs.
(cd "$folder/pkg" && GOTOOLCHAIN=local go mod edit -go="${GO_VERSION%.*}")
