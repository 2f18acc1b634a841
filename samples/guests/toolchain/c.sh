#!/usr/bin/env bash
# Makes a C compiler for wasm32-wasip2 and the bindings generator (C, C++, Go) in a folder of its own;
# installs nothing into the system.
#
#   usage: c.sh FOLDER        afterwards FOLDER/clang and FOLDER/wit-bindgen
#
# Needs Debian (any release) on x86-64, rustup and a C compiler for the host (cargo links with it).
# clang and wasi-libc are Debian trixie's; wasm-component-ld, which makes the component, comes with the pinned rustup
# toolchain; wit-bindgen is compiled from the crate registry, which takes some minutes.
set -euo pipefail

folder=${1:?usage: c.sh FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
source "$here/versions.sh"
source "$here/debian.sh"

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

debian_unpack "$folder" \
    clang-19 libclang-cpp19 libclang-common-19-dev libclang-rt-19-dev-wasm32 libclang1-19 lld-19 wasi-libc libllvm19 \
    libc6 libgcc-s1 libstdc++6 libedit2 libffi8 libxml2 libz3-4 libzstd1 zlib1g libtinfo6 libbsd0 libmd0 liblzma5 libicu76

rustup run "$RUSTUP_TOOLCHAIN_VERSION" rustc -V >/dev/null 2>&1 ||
    rustup toolchain install "$RUSTUP_TOOLCHAIN_VERSION" --profile minimal

# Debian keeps the compiler's run-time library under its older name.
resources=$folder/root/usr/lib/llvm-19/lib/clang/19
mkdir -p "$resources/lib/wasm32-unknown-wasip2"
ln -sf ../wasi/libclang_rt.builtins-wasm32.a "$resources/lib/wasm32-unknown-wasip2/libclang_rt.builtins.a"

linkers=$(rustup run "$RUSTUP_TOOLCHAIN_VERSION" rustc --print sysroot)/lib/rustlib/x86_64-unknown-linux-gnu/bin
{
    echo '#!/bin/sh'
    echo "export PATH=\"$linkers:$linkers/gcc-ld:\$PATH\""
    debian_wrapper "$folder" usr/lib/llvm-19/bin/clang --sysroot="$folder/root/usr" \
        -resource-dir "$resources"
} >"$folder/clang"
chmod +x "$folder/clang"

[ -x "$folder/wit-bindgen" ] || {
    rustup run "$RUSTUP_TOOLCHAIN_VERSION" cargo install wit-bindgen-cli --version "$WIT_BINDGEN_CLI_VERSION" --locked \
        --no-default-features --features c,cpp,go --root "$folder/cargo" --target-dir "$folder/cargo/target"
    ln -sf cargo/bin/wit-bindgen "$folder/wit-bindgen"
    rm -rf "$folder/cargo/target"
}

"$folder/clang" --version | grep -qF "clang version $CLANG_VERSION" || {
    echo "c.sh: expected clang $CLANG_VERSION, found $("$folder/clang" --version | head -1); the built bytes will differ" >&2
}
