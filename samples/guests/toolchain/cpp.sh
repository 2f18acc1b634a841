#!/usr/bin/env bash
# Adds the C++ standard library to the C compiler that c.sh makes; installs nothing into the system.
#
#   usage: cpp.sh FOLDER C_FOLDER        C_FOLDER is c.sh's; afterwards FOLDER/clang++
#
# libc++ is Debian trixie's, of the same source package as the compiler. It is compiled for wasm32-wasi without
# exceptions, so guests are compiled with -fno-exceptions as well; what differs between the WASI versions is below it,
# in wasi-libc.
set -euo pipefail

folder=${1:?usage: cpp.sh FOLDER C_FOLDER}
compiler=${2:?usage: cpp.sh FOLDER C_FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
source "$here/debian.sh"

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
[ -x "$compiler/clang" ] || "$here/c.sh" "$compiler"
compiler=$(cd "$compiler" && pwd)

debian_unpack "$folder" libc++-19-dev-wasm32 libc++abi-19-dev-wasm32

{
    echo '#!/bin/sh'
    printf 'exec "%s" --driver-mode=g++' "$compiler/clang"
    printf ' "%s"' --start-no-unused-arguments \
        -stdlib++-isystem "$folder/root/usr/lib/llvm-19/include/wasm32-wasi/c++/v1" \
        "-L$folder/root/usr/lib/llvm-19/lib/wasm32-wasi" --end-no-unused-arguments
    printf ' "$@"\n'
} >"$folder/clang++"
chmod +x "$folder/clang++"
