#!/usr/bin/env bash
# Sets up what is missing on this machine, and nothing else: `setup.sh run`, `test`, `check`, `bench`, `fuzz`, `films`, or
# several of them. A second run finds everything in place and is done at once.
# shellcheck source=packaging/ground.sh
. "$(dirname "$0")/ground.sh"

# --- packages of the system ---------------------------------------------------------------------------------------------

missing=()
want() { command -v "$1" >/dev/null || missing+=("${@:2}"); }

install_missing() {
    [ ${#missing[@]} = 0 ] || packaging/packages.sh "${missing[@]}"
    missing=()
}

# --- what the person brings: Rust and Node ------------------------------------------------------------------------------

at_least() { [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

look_for_rust() {
    local least version
    least=$(version_of rust-version)
    command -v cargo >/dev/null || stop "Rust is missing. Install it as https://rustup.rs says, then try again."
    version=$(rustc --version | cut -d ' ' -f 2)
    at_least "$least" "$version" || stop "Rust $version is too old: Haven needs $least. Type: rustup update stable"
}

look_for_node() {
    { command -v node && command -v npm; } >/dev/null || stop "Node is missing. Install Node 20 or newer with npm, then try again."
    at_least 20 "$(node --version | tr -d v)" || stop "Node $(node --version) is too old: Haven needs Node 20 or newer."
}

rust_component() { cargo "$1" --version >/dev/null 2>&1 || step "Adding $2 to Rust" "" rustup component add "$2"; }

# --- tools that Haven compiles or unpacks for itself --------------------------------------------------------------------

# install_crate CRATE COMMAND VERSION MINUTES [ARGUMENT...]: into the cache, never into the system.
install_crate() {
    local crate=$1 command=$2 version=$3 minutes=$4
    shift 4
    [ "$("$tools/bin/$command" --version 2>/dev/null)" = "$command $version" ] && return 0
    step "Compiling $crate $version" "about $minutes minutes, once" compile_crate "$crate" --version "$version" "$@"
}

# Not optimised: compiling these tools takes far longer than they ever run.
compile_crate() {
    (cd "$cache" && CARGO_TARGET_DIR=$tools/build CARGO_PROFILE_DEV_DEBUG=false \
        cargo install --debug --force --root "$tools" "$@")
    rm -rf "$tools/build"
}

# What Haven is measured against: optimised, as its makers give it away, without the parts that the measured book has no use for.
mdbook() {
    [ "$("$tools/bin/mdbook" --version 2>/dev/null)" = "mdbook v$1" ] && return 0
    step "Compiling mdBook $1 to measure beside it" "about 4 minutes, once" compile_fast mdbook --version "$1" --no-default-features
}

compile_fast() {
    (cd "$cache" && CARGO_TARGET_DIR=$tools/build cargo install --force --locked --root "$tools" "$@")
    rm -rf "$tools/build"
}

# npm_folder FOLDER: `npm ci` there, when its lock file is not the one that was installed.
npm_folder() {
    local stamp=$1/node_modules/.installed
    cmp -s "$1/package-lock.json" "$stamp" && return 0
    step "Installing the Node packages of $(basename "$1")" "under a minute" npm ci --prefix "$1" --loglevel=error --no-audit --no-fund >&2
    cp "$1/package-lock.json" "$stamp"
}

binaryen() {
    mkdir -p "$tools/binaryen"
    cp packaging/binaryen/package.json packaging/binaryen/package-lock.json "$tools/binaryen/"
    npm_folder "$tools/binaryen"
}

# --- what each purpose needs --------------------------------------------------------------------------------------------

for_run() {
    want cc gcc libc6-dev
    install_missing
    packaging/web-std.sh
    install_crate wasm-bindgen-cli wasm-bindgen "$(version_of wasm-bindgen)" 2
    binaryen
}

for_test() {
    for_run
    [ -n "${HAVEN_CHROMIUM:-}" ] || want chromium chromium
    want pdftotext poppler-utils
    compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || want initdb postgresql
    install_missing
    npm_folder "$top/end2end"
}

for_check() {
    want cc gcc libc6-dev
    install_missing
    rust_component fmt rustfmt
    rust_component clippy clippy
    packaging/web-std.sh clippy
    install_crate cargo-deny cargo-deny 0.20.2 2 --locked
}

for_fuzz() {
    want g++ g++
    install_missing
}

for_bench() {
    for_test
    want wrk wrk
    want /usr/bin/time time
    install_missing
    mdbook 0.5.4
}

for_films() {
    [ -n "${HAVEN_CHROMIUM:-}" ] || want chromium chromium
    want ffmpeg ffmpeg
    install_missing
    npm_folder "$top/end2end"
}

look_for_rust
look_for_node
for purpose in "$@"; do "for_$purpose"; done
