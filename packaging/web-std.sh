#!/usr/bin/env bash
# Makes sure that a compiler here knows the browser's target, wasm32-unknown-unknown: `web-std.sh`, or `web-std.sh clippy`
# where its lints are wanted too. First rustup's way; where rustup cannot download, Debian's: its compiler for the web comes
# with the source of the standard library, which is compiled once into Haven's cache. `web.sh` then uses whichever is there.
# shellcheck source=packaging/ground.sh
. "$(dirname "$0")/ground.sh"

ask_rustup() {
    timeout 20 rustup --quiet target add "$wasm32" </dev/null >/dev/null 2>&1 ||
        say "    It did not come in time. (On a slow line, type this first: rustup target add $wasm32)"
}

# --- Debian's way -------------------------------------------------------------------------------------------------------

source=/usr/lib/rustlib/src/rust/library/std/Cargo.toml

debian_has_web() { [ -x "$web/bin/rustc" ] && /usr/bin/rustc -vV 2>/dev/null | cmp -s - "$web/made-by"; }

packages() {
    local wanted=()
    [ -e "$source" ] && [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo ] || wanted+=(rustc-web cargo-web rust-web-src)
    [ "${1:-}" != clippy ] || [ -x /usr/bin/cargo-clippy ] || wanted+=(rust-web-clippy)
    [ ${#wanted[@]} = 0 ] || packaging/packages.sh "${wanted[@]}"
}

# An empty crate, built with the library's own source, leaves the library behind as files: those are what is wanted.
compile() {
    local work=$web.new
    rm -rf "$web" "$work"
    mkdir -p "$work/src" "$work/bin" "$work/lib/rustlib/$wasm32/lib"
    printf '[package]\nname = "nothing"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' >"$work/Cargo.toml"
    : >"$work/src/lib.rs"
    (cd "$work" && PATH=/usr/bin:$PATH RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR=target \
        /usr/bin/cargo build --release --target "$wasm32" -Zbuild-std=std,panic_abort)
    rm "$work/target/$wasm32/release/deps/"libnothing*
    mv "$work/target/$wasm32/release/deps/"*.rlib "$work/lib/rustlib/$wasm32/lib/"
    ln -s "/usr/lib/rustlib/$(host)" "$work/lib/rustlib/$(host)"
    printf '#!/bin/sh\nexec /usr/bin/rustc --sysroot "%s" "$@"\n' "$web" >"$work/bin/rustc"
    chmod +x "$work/bin/rustc"
    /usr/bin/rustc -vV >"$work/made-by"
    rm -rf "$work/target" "$work/src" "$work"/Cargo.*
    mv "$work" "$web"
}

if ! rustup_has_web && ! debian_has_web && command -v rustup >/dev/null; then
    step "Asking rustup for the browser's standard library" "20 seconds at most" ask_rustup
fi
if ! rustup_has_web; then
    [ -x "$(linker)" ] || stop "This Rust comes without a linker for the browser. Install Rust as https://rustup.rs says, then try again."
    packages "$@"
    debian_has_web || step "Compiling the browser's standard library with Debian's compiler" "about 2 minutes, once" compile
fi
