#!/usr/bin/env bash
# `make fuzz`: looks for bytes that break the reading of a course, guided by what of the code they reach. `fuzz.sh SECONDS
# TARGET...` runs those targets so long each. What was found worth keeping stays in the cache for the next time; bytes that break
# something are left in .haven/fuzz, and are run again first.
# shellcheck source=packaging/ground.sh
. "$(dirname "$0")/ground.sh"

seconds=${1:-60}
shift $(($# > 0))
home=app/course/fuzz
all=(pieces page bank heading settings media pack)
[ $# -gt 0 ] || set -- "${all[@]}"

# What `cargo fuzz` passes to the compiler, less what only its nightly builds know: edges and comparisons are counted.
flags="--cfg fuzzing -Ccodegen-units=1 -Cpasses=sancov-module"
for flag in level=4 inline-8bit-counters pc-table trace-compares; do flags+=" -Cllvm-args=-sanitizer-coverage-$flag"; done

# Only what runs is counted, and not what builds it: hence the target, which parts the two.
build() {
    RUSTFLAGS=$flags CARGO_TARGET_DIR=$cache/fuzz/target \
        cargo build --locked --release --manifest-path "$home/Cargo.toml" --target "$(host)"
}

# seeds TARGET: what the tests and the courses have of its kind.
seeds() {
    case $1 in
        page) find app/course/tests courses -name '*.md' ;;
        bank) find app/course/tests courses -path '*/bank/*.md' ;;
        settings) find app/course/tests courses -name course.toml ;;
        media) find app/course/tests courses -path '*/media/*' -type f -size -64k ;;
        pack) find app/course/tests courses -path '*/countries/*.toml' ;;
        *) ;;
    esac
}

# A name by content: the same seed twice is one.
gather() {
    mkdir -p "$2"
    seeds "$1" | while read -r seed; do cp "$seed" "$2/$(sha1sum <"$seed" | cut -c 1-16)"; done
}

fuzz() {
    local corpus=$cache/fuzz/corpus/$1 found=.haven/fuzz/$1
    gather "$1" "$corpus"
    mkdir -p "$found"
    "$cache/fuzz/target/$(host)/release/$1" "$corpus" "$found" -artifact_prefix="$found/" -max_total_time="$seconds" \
        -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 2>&1 |
        tee "$found.log" | grep -E '^stat::number_of_executed_units|panicked|SUMMARY|Test unit written|the law' >&2
    [ "${PIPESTATUS[0]}" = 0 ] || stop "The target $1 broke. What broke it is in $found; the whole story in $found.log."
}

packaging/setup.sh fuzz
step "Building the fuzz targets" "about 3 minutes the first time" build
for target in "$@"; do step "Fuzzing: $target" "$seconds seconds" fuzz "$target"; done
