#!/usr/bin/env bash
# Makes a Rust compiler for wasm32-wasip2 in a folder of its own; installs nothing into the system.
#
#   usage: rust.sh FOLDER        afterwards FOLDER/rustc is the compiler
#
# Needs Debian (any release that has apt's deb822 or one-line sources) on x86-64 and rustup.
# The compiler and the WebAssembly standard library are Debian trixie's rustc 1.85.1, a version that stays the
# same for the life of that release; the linkers (rust-lld, wasm-component-ld) are those of the pinned rustup
# toolchain. About 200 MB of downloads, 900 MB unpacked, under a minute.
set -euo pipefail

folder=${1:?usage: rust.sh FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
source "$here/versions.sh"
source "$here/debian.sh"

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

debian_unpack "$folder" \
    rustc libstd-rust-1.85 libstd-rust-dev libstd-rust-dev-wasm32 libllvm19 libc6 libgcc-s1 libstdc++6 \
    libedit2 libffi8 libxml2 libz3-4 libzstd1 zlib1g libtinfo6 libbsd0 libmd0 liblzma5 libicu76

rustup run "$RUSTUP_TOOLCHAIN_VERSION" rustc -V >/dev/null 2>&1 ||
    rustup toolchain install "$RUSTUP_TOOLCHAIN_VERSION" --profile minimal

linkers=$(rustup run "$RUSTUP_TOOLCHAIN_VERSION" rustc --print sysroot)/lib/rustlib/x86_64-unknown-linux-gnu/bin
{
    echo '#!/bin/sh'
    echo "export PATH=\"$linkers:$linkers/gcc-ld:\$PATH\""
    debian_wrapper "$folder" usr/bin/rustc --sysroot "$folder/root/usr"
} >"$folder/rustc"
chmod +x "$folder/rustc"

"$folder/rustc" -V | grep -qF "rustc $RUSTC_VERSION " || {
    echo "rust.sh: expected rustc $RUSTC_VERSION, found $("$folder/rustc" -V); the built bytes will differ" >&2
}
