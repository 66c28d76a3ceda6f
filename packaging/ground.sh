# shellcheck shell=bash disable=SC2034
# What every script here begins with: where things are kept, and how a step says what it does and how long it took.
# Sourced, never run.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"

# Everything compiled lives outside the checkout, so that a fresh clone on the same machine does not begin again.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/haven
tools=$cache/tools
web=$cache/web
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$cache/target}
mkdir -p "$tools/bin" "$CARGO_TARGET_DIR"
PATH=$tools/bin:$PATH
command -v cargo >/dev/null || PATH=$PATH:${CARGO_HOME:-$HOME/.cargo}/bin
export PATH

# The crates that run on this machine, with the features they have there. The browser's half is another call to cargo,
# because the features `ssr` and `learn` must never meet.
native=(-p app -p assessment -p certificate -p course -p server -p store -p typeset --features app/ssr)

# Cargo knows a workspace's crates by their place in it, not by the checkout's: of two checkouts that share the cache, one would
# be handed what was built of the other. So whoever comes after another checkout has these crates built anew, and only these.
if [ "$(cat "$CARGO_TARGET_DIR/checkout" 2>/dev/null)" != "$top" ]; then
    rm -rf "$CARGO_TARGET_DIR"/{,*/}*/.fingerprint/{app,assessment,certificate,course,server,store,typeset}-????????????????
    printf '%s\n' "$top" >"$CARGO_TARGET_DIR/checkout"
fi

# The browser's target, which rustup's compiler or Debian's knows: see web-std.sh.
wasm32="wasm32-unknown-unknown"
rustup_has_web() { [ -e "$(rustc --print target-libdir --target "$wasm32" 2>/dev/null)" ]; }
host() { rustc -vV | sed -n 's/^host: //p'; }
linker() { printf '%s\n' "$(rustc --print sysroot)/lib/rustlib/$(host)/bin/rust-lld"; }

# On a terminal cargo shows what it is at; elsewhere it speaks of what goes wrong only.
[ -t 2 ] || export CARGO_TERM_QUIET=true

say() { printf '%s\n' "$*" >&2; }

# step WHAT HOW-LONG COMMAND...: says it, does it, says how long it took; and writes that to $HAVEN_TIMES, if set.
step() {
    local what=$1 long=$2 from=$SECONDS took
    shift 2
    say "==> $what${long:+ ($long)}"
    "$@"
    took=$(printf '%d:%02d' $(((SECONDS - from) / 60)) $(((SECONDS - from) % 60)))
    say "    $took"
    if [ -n "${HAVEN_TIMES:-}" ]; then printf '%8s  %s\n' "$took" "$what" >>"$HAVEN_TIMES"; fi
}

# stop LINE...: what is wrong and how to mend it.
stop() {
    printf '%s\n' "" "$@" >&2
    exit 1
}

# The version a crate has in the workspace's Cargo.toml, without the `=` before it.
version_of() { sed -n "s/^$1 = \"=\\{0,1\\}\\([0-9.]*\\)\"\$/\\1/p" Cargo.toml; }
