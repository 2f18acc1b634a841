# How each kind of guest is built. To be sourced by build.sh, which sets $here (the guests' folder), $repository
# and $tools.
# A recipe prints the names of the files it left in built/, one a line; everything else goes to standard error.

# recipe_of GUEST   prints the name of the recipe; fails when the folder is not a guest
recipe_of() {
    if [ -f "$here/$1/Cargo.toml" ]; then
        echo build_rust
    elif compgen -G "$here/$1/src/*.c" >/dev/null; then
        echo build_c
    elif compgen -G "$here/$1/src/*.cpp" >/dev/null; then
        echo build_cpp
    elif [ -f "$here/$1/asconfig.json" ]; then
        echo build_assemblyscript
    elif compgen -G "$here/$1/src/*.js" >/dev/null; then
        echo build_javascript
    elif [ -f "$here/$1/go.mod" ]; then
        echo build_go
    elif [ -f "$here/$1/parts.txt" ]; then
        echo build_composition
    elif compgen -G "$here/$1/*.wat" >/dev/null; then
        echo build_text
    else
        return 1
    fi
}

# build_rust GUEST   stock cargo, target wasm32-wasip2; paths of this machine are kept out of the bytes
# A guest whose Cargo.toml says package-docs gets the comments of its WIT into the component.
build_rust() {
    local guest=$1 target=$tools/cargo-target crate
    [ -x "$tools/rust/rustc" ] || "$here/toolchain/rust.sh" "$tools/rust" >&2
    local cargo_home=${CARGO_HOME:-$HOME/.cargo}
    (
        cd "$here/$guest"
        RUSTC=$tools/rust/rustc CARGO_TARGET_DIR=$target \
            RUSTFLAGS="--remap-path-prefix=$cargo_home=cargo --remap-path-prefix=$here=guests" \
            rustup run "$RUSTUP_TOOLCHAIN_VERSION" \
            cargo build --release --locked --target wasm32-wasip2 --ignore-rust-version
    ) >&2
    crate=$(sed -n '/^\[package\]/,/^\[/s/^name = "\(.*\)"/\1/p' "$here/$guest/Cargo.toml")
    cp "$target/wasm32-wasip2/release/${crate//-/_}.wasm" "$here/built/$guest.component.wasm"
    if grep -q '^package-docs = true' "$here/$guest/Cargo.toml"; then
        [ -x "$tools/wit-docs/wit-docs" ] || "$here/toolchain/wit-docs.sh" "$tools/wit-docs" >&2
        "$tools/wit-docs/wit-docs" "$here/built/$guest.component.wasm" \
            "$repository/sql-functions/src/main/resources/wit/nacre-sql" "$here/$guest/wit" >&2
    fi
    echo "$guest.component.wasm"
}

# build_c GUEST   bindings by wit-bindgen, clang for wasm32-wasip2, the component by wasm-component-ld
# Without c-printscan-long-double, wasi-libc's printf and strtod say on standard error that they lack long double, and a
# guest that prints a number imports files and sockets for that.
build_c() {
    local guest=$1 work=$tools/c-target/$1 source
    local clang=("$tools/c/clang" --target=wasm32-wasip2)
    [ -x "$tools/c/clang" ] || "$here/toolchain/c.sh" "$tools/c" >&2
    rm -rf "$work"
    mkdir -p "$work"
    (
        cd "$here/$guest"
        "$tools/c/wit-bindgen" c wit --out-dir "$work"
        for source in src/*.c "$work"/*.c; do
            "${clang[@]}" -std=gnu17 -O3 -Wall -Wextra -I "$work" -c "$source" -o "$work/$(basename "$source" .c).o"
        done
        "${clang[@]}" -mexec-model=reactor -Wl,--strip-all "$work"/*.o -lc-printscan-long-double -o "$work/$guest.wasm"
    ) >&2
    cp "$work/$guest.wasm" "$here/built/$guest.component.wasm"
    echo "$guest.component.wasm"
}

# build_cpp GUEST   like build_c, with libc++; without exceptions, which Debian's libc++ for WebAssembly leaves out
build_cpp() {
    local guest=$1 work=$tools/cpp-target/$1 source
    local clang=("$tools/cpp/clang++" --target=wasm32-wasip2)
    [ -x "$tools/cpp/clang++" ] || "$here/toolchain/cpp.sh" "$tools/cpp" "$tools/c" >&2
    rm -rf "$work"
    mkdir -p "$work"
    (
        cd "$here/$guest"
        "$tools/c/wit-bindgen" cpp wit --out-dir "$work"
        sed -i -f "$here/toolchain/mend-cpp.sed" "$work"/*.cpp
        for source in src/*.cpp "$work"/*.cpp; do
            "${clang[@]}" -std=c++23 -fno-exceptions -O3 -Wall -Wextra -isystem "$work" -c "$source" \
                -o "$work/$(basename "$source" .cpp).o"
        done
        "${clang[@]}" -mexec-model=reactor -Wl,--strip-all "$work"/*.o -o "$work/$guest.wasm"
    ) >&2
    cp "$work/$guest.wasm" "$here/built/$guest.component.wasm"
    echo "$guest.component.wasm"
}

# build_go GUEST   bindings by wit-bindgen, stock Go for wasip1, the component and its adapter by jco
# checklinkname: the bindings call runtime.sbrk, for memory that is asked for before Go's runtime has started
build_go() {
    local guest=$1 work=$tools/go-target/$1
    [ -x "$tools/c/wit-bindgen" ] || "$here/toolchain/c.sh" "$tools/c" >&2
    [ -d "$tools/go/pkg" ] || "$here/toolchain/go.sh" "$tools/go" >&2
    [ -d "$tools/node/node_modules" ] || "$here/toolchain/node.sh" "$tools/node" >&2
    rm -rf "$work"
    mkdir -p "$work"
    (
        cd "$work"
        export GOTOOLCHAIN=go$GO_VERSION GOWORK=off GOFLAGS='-trimpath -buildvcs=false -modcacherw'
        export GOCACHE=$tools/go/cache GOMODCACHE=$tools/go/modules
        "$tools/c/wit-bindgen" go "$here/$guest/wit" --format=false --out-dir .
        cp -r "$here/$guest/." "$tools/go/pkg" .
        go mod edit -replace go.bytecodealliance.org/pkg=./pkg
        GOOS=wasip1 GOARCH=wasm go build -buildmode=c-shared -ldflags='-s -w -checklinkname=0' -o core.wasm .
        node "$here/toolchain/componentize.mjs" "$tools/node/node_modules/@bytecodealliance/jco" core.wasm wit/*.wit \
            "$here/built/$guest.component.wasm" --adapt
    ) >&2
    echo "$guest.component.wasm"
}

# build_text GUEST   every text in the folder becomes a binary of its name; nothing is added to what is written
build_text() {
    local text name
    [ -d "$tools/node/node_modules" ] || "$here/toolchain/node.sh" "$tools/node" >&2
    for text in "$here/$1"/*.wat; do
        name=$(basename "$text" .wat)
        grep -q '^(component' "$text" && name=$name.component
        node "$tools/node/node_modules/@bytecodealliance/jco/dist/jco.js" parse "$text" -o "$here/built/$name.wasm" >&2
        echo "$name.wasm"
    done
}

# build_assemblyscript GUEST   asc with the settings of asconfig.json; strings are AssemblyScript's own, in UTF-16
build_assemblyscript() {
    local guest=$1 work=$tools/assemblyscript-target
    [ -d "$tools/assemblyscript/node_modules" ] || "$here/toolchain/assemblyscript.sh" "$tools/assemblyscript" >&2
    [ -d "$tools/node/node_modules" ] || "$here/toolchain/node.sh" "$tools/node" >&2
    mkdir -p "$work"
    (
        cd "$here/$guest"
        node "$tools/assemblyscript/node_modules/assemblyscript/bin/asc.js" --target release --outFile "$work/$guest.wasm"
        node "$here/toolchain/componentize.mjs" "$tools/node/node_modules/@bytecodealliance/jco" "$work/$guest.wasm" \
            wit/*.wit "$here/built/$guest.component.wasm" --utf16
    ) >&2
    echo "$guest.component.wasm"
}

# build_javascript GUEST   the engine in the component is QuickJS, and in another StarlingMonkey, which is too large to be
# kept here and stays with the tools; both are to be refused
build_javascript() {
    local guest=$here/$1
    [ -d "$tools/javascript/node_modules" ] || "$here/toolchain/javascript.sh" "$tools/javascript" >&2
    (
        cd "$tools/javascript"
        node node_modules/componentize-qjs/cli.mjs --sync --stub-wasi --wit "$guest/wit" --js "$guest"/src/*.js \
            --output "$here/built/quickjs.component.wasm"
        node --input-type=module - "$guest"/src/*.js "$guest/wit" processor "$PWD/starlingmonkey.component.wasm" \
            <"$here/toolchain/starlingmonkey.mjs"
        "$here/check-refused.sh" "$here/built/quickjs.component.wasm" starlingmonkey.component.wasm
    ) >&2
    echo quickjs.component.wasm
}
# build_composition GUEST   other guests, built first, put together: the first that parts.txt names, its imports given by
# the others where they export them
build_composition() {
    local guest=$1 work=$tools/compose-target/$1 part parts providers=()
    [ -x "$tools/compose/wasm-tools" ] || "$here/toolchain/compose.sh" "$tools/compose" >&2
    mapfile -t parts <"$here/$guest/parts.txt"
    rm -rf "$work"
    mkdir -p "$work"
    for part in "${parts[@]}"; do
        "$(recipe_of "$part")" "$part" >&2
        cp "$here/built/$part.component.wasm" "$work/$part.wasm"
    done
    for part in "${parts[@]:1}"; do
        providers+=(-d "$part.wasm")
    done
    (cd "$work" && "$tools/compose/wasm-tools" compose "${parts[0]}.wasm" "${providers[@]}" -o "$guest.component.wasm") >&2
    cp "$work/$guest.component.wasm" "$here/built/"
    echo "$guest.component.wasm"
}
