#!/usr/bin/env bash
# `make bench`: builds `haven` as it is given away, measures it and writes docs/performance.md. `bench.sh reading answering`
# measures those alone and prints them.
# shellcheck source=packaging/ground.sh
. "$(dirname "$0")/ground.sh"

packaging/setup.sh bench
HAVEN_BIN=$(packaging/release.sh)
step "Building the plain handler" "" cargo build -p server --release --example plain
HAVEN_PLAIN=$CARGO_TARGET_DIR/release/examples/plain
export HAVEN_BIN HAVEN_PLAIN
HAVEN_POSTGRES_IN_EARNEST=yes packaging/postgres.sh node end2end/bench/main.mjs "$@"
