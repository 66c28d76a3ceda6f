#!/usr/bin/env bash
# `make release`: `haven` as it is given away, one file with everything it serves inside. Its path is printed last.
# shellcheck source=packaging/ground.sh
. "$(dirname "$0")/ground.sh"
packaging/setup.sh run >&2
packaging/browser.sh >&2
packaging/server.sh release
