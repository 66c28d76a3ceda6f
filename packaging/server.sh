#!/usr/bin/env bash
# Builds the binary, `haven`, with the browser's files inside: `server.sh dev` or `server.sh release`. Says its path last.
# shellcheck source=packaging/ground.sh
. "$(dirname "$0")/ground.sh"
profile=$1
case $profile in dev) folder=debug long="about 8 minutes the first time" ;; release) folder=release long="about 15 minutes the first time" ;; esac
haven=$CARGO_TARGET_DIR/$folder/haven
[ ! -e "$haven" ] || long=
step "Building the server" "$long" cargo build --locked -p server --profile "$profile"
printf '%s\n' "$haven"
