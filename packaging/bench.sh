#!/usr/bin/env bash
# `make bench`: builds `haven` as it is given away, weighs its pages, times its start and writes docs/performance.md.
# shellcheck source=packaging/ground.sh
. "$(dirname "$0")/ground.sh"

packaging/setup.sh bench
HAVEN_BIN=$(packaging/release.sh)
export HAVEN_BIN
exec node end2end/bench.mjs "$@"
