#!/usr/bin/env bash
# `make test`: the crates' own tests, then every page in real Chromium, served by the binary just built. What is said after
# `test.sh` goes to Playwright: `packaging/test.sh tests/ready.spec.ts --project phone` runs that alone.
# shellcheck source=packaging/ground.sh
. "$(dirname "$0")/ground.sh"

packaging/setup.sh test
packaging/browser.sh
[ $# -gt 0 ] || step "Testing the crates" "about 15 minutes the first time" packaging/postgres.sh cargo test "${native[@]}"
HAVEN_BIN=$(packaging/server.sh dev)
export HAVEN_BIN
cd end2end
step "Testing in Chromium" "" npx playwright test "$@"
