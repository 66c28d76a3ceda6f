#!/usr/bin/env bash
# Installs these packages of Debian, as root or with sudo: `packages.sh NAME...`. Who may do neither is told what to ask for.
# shellcheck source=packaging/ground.sh
. "$(dirname "$0")/ground.sh"

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

may() { [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; }; }

# It takes nothing away: --no-remove.
try() { as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-remove --no-install-recommends "$@" </dev/null >/dev/null; }

# The lists of a fresh machine are empty or old: read them, and ask once more.
install() { try "$@" 2>/dev/null || { as_root apt-get update -qq && try "$@"; }; }

command -v apt-get >/dev/null || stop "Please install what these packages of Debian hold, then try again: $*"
may || stop "Please have this typed by someone who may, then try again:" "    apt-get install $*"
step "Installing with apt-get: $*" "about a minute" install "$@"
