#!/usr/bin/env bash
# `make films`: films the pages of end2end/films anew, into the media of the course that shows them. `films.sh first-step` films that
# one alone. Captions and transcripts stand beside the films and are written by hand: they are not touched.
# shellcheck source=packaging/ground.sh
. "$(dirname "$0")/ground.sh"

packaging/setup.sh films
media=courses/safer-internet/media
if [ $# = 0 ]; then
    for page in end2end/films/*.html; do set -- "$@" "$(basename "$page" .html)"; done
fi
for name in "$@"; do
    step "Filming $name" "about two minutes" node end2end/films/make.mjs "$name.html" "$media"
done
