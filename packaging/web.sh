#!/usr/bin/env bash
# cargo, with a compiler that knows the browser's target: `web.sh rustc -p app ...`, `web.sh clippy -p app ...`. Which compiler
# that is, `web-std.sh` has seen to.
# shellcheck source=packaging/ground.sh
. "$(dirname "$0")/ground.sh"

if ! rustup_has_web; then
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$(linker)
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER
    # Clippy takes the place of the compiler and asks the last of these where the libraries are.
    export CARGO=/usr/bin/cargo RUSTC=$web/bin/rustc SYSROOT=$web
    if [ "$1" = clippy ]; then exec /usr/bin/cargo-clippy "$@"; fi
    exec /usr/bin/cargo "$@"
fi
exec cargo "$@"
