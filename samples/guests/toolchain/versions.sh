# The versions that the committed components were built with. To be sourced.
RUSTC_VERSION=1.85.1
RUSTUP_TOOLCHAIN_VERSION=1.95.0
