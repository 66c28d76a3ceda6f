#!/usr/bin/env bash
# `make check`: format, lints for the server and for the browser, the documentation, licences and sources. Any warning fails.
# shellcheck source=packaging/ground.sh
. "$(dirname "$0")/ground.sh"

lint_browser() { packaging/web.sh clippy -p app --features learn --target "$wasm32" -- -D warnings; }
document() { RUSTDOCFLAGS='-D warnings --cfg erase_components' cargo doc --no-deps --document-private-items "${native[@]}"; }

packaging/setup.sh check
# The server holds the browser's files inside; its lints do not need them, only their place.
mkdir -p .haven/site
step "Checking the format" "" cargo fmt --all --check
step "Checking the code for the server" "about 4 minutes the first time" cargo clippy --all-targets "${native[@]}" -- -D warnings
step "Checking the code for the browser" "about 2 minutes the first time" lint_browser
step "Checking the documentation" "" document
step "Checking licences and sources" "" cargo deny check licenses bans sources
