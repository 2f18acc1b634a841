# How each kind of guest is built. To be sourced by build.sh, which sets $here (the guests' folder) and $tools.
# A recipe prints the names of the files it left in built/, one a line; everything else goes to standard error.

# recipe_of GUEST   prints the name of the recipe; fails when the folder is not a guest
recipe_of() {
    if [ -f "$here/$1/Cargo.toml" ]; then
        echo build_rust
    else
        return 1
    fi
}

# build_rust GUEST   stock cargo, target wasm32-wasip2; paths of this machine are kept out of the bytes
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
    echo "$guest.component.wasm"
}
