#!/usr/bin/env bash
# `make run`: sets up what is missing, builds, and serves this checkout's courses with people to try them as; pages show what is
# saved. What they do is
# kept in .haven/haven.db: the next run goes on with it.
# shellcheck source=packaging/ground.sh
. "$(dirname "$0")/ground.sh"

[ -e .haven/haven.db ] || say "Haven sets itself up, builds and starts. The first time takes about 10 minutes on two cores, later ones seconds."
packaging/setup.sh run
packaging/browser.sh
haven=$(packaging/server.sh dev)
mkdir -p .haven
exec "$haven" serve --courses courses --live --demo --database 'sqlite:.haven/haven.db?mode=rwc'
