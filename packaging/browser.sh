#!/usr/bin/env bash
# Builds what the browser loads into .haven/site: the islands as WebAssembly with the module that starts it, each as it is, as
# .br and as .gz, in a folder named by what is in it, and manifest.json, which says where. Not for pages or style: those are
# the server's.
# shellcheck source=packaging/ground.sh
. "$(dirname "$0")/ground.sh"

compiled=$CARGO_TARGET_DIR/$wasm32/browser/app.wasm
made_from=.haven/site.made-from

# The linker may strip nothing here: wasm-bindgen and wasm-opt read in a section of the file what the code may use, and strip
# it themselves.
compile() {
    packaging/web.sh rustc -p app --lib --crate-type cdylib --target "$wasm32" --features learn --profile browser \
        --config profile.browser.strip=false
}

# What the outcome depends on: the compiled file, the tools, and the scripts that use them.
fingerprint() { cat "$compiled" "$tools/binaryen/package-lock.json" packaging/browser.sh packaging/site.mjs <(wasm-bindgen --version) | sha256sum; }

assemble() {
    local work=.haven/site.new
    rm -rf "$work"
    mkdir -p "$work"
    wasm-bindgen --target web --no-typescript --out-name learn --out-dir "$work" "$compiled"
    "$tools/binaryen/node_modules/.bin/wasm-opt" -Oz --strip-producers "$work/learn_bg.wasm" --output "$work/learn_bg.wasm"
    node packaging/site.mjs learn "$work" .haven/site
    rm -rf "$work"
    fingerprint >"$made_from"
}

first=
[ -e "$compiled" ] || first="about 5 minutes the first time"
step "Compiling the islands for the browser" "$first" compile
if [ -e .haven/site/manifest.json ] && fingerprint | cmp -s - "$made_from"; then
    say "    The browser's files are as they were."
else
    step "Making the islands small" "a few seconds" assemble
fi
