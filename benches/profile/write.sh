#!/bin/bash
# Writes branches.profdata anew: builds Anthill with counters, runs the benchmark programs at a third of their size and
# the single operations of operations.py, and merges what they counted. (What no program runs would be compiled for size,
# its small functions not inlined.) Needs `rustup component add llvm-tools`. Counts of functions that have changed since
# do no harm: they are left aside, function by function. units.py sees to it that those of the others are found again,
# however the changed sources are divided into units of code generation.
#
# Two kinds of functions are left out, and so are compiled as without counts:
# - The loop of the virtual machine. Its instructions are laid out by hand for all programs alike; with counts the compiler
#   would let the frequent ones share registers and jumps at the cost of others (a round of `while i < n` takes 49
#   machine instructions instead of 35).
# - Algorithms over text. The programs' strings are short, and loops that rarely go round would lose their vector form
#   (`casefold` of a thousand characters would take five times as long).
set -euo pipefail
cd "$(dirname "$0")/../.."
tools=$(dirname "$(find "$(rustc --print sysroot)" -name llvm-profdata | head -1)")
[ -x "$tools/llvm-profdata" ] || { echo "missing: rustup component add llvm-tools" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/counts"
ANTHILL_COUNT="$work/counts" cargo build --release --bin anthill --target-dir target/counting
binary="$PWD/target/counting/release/anthill"
rm -f "$work"/counts/*
export PYTHONHASHSEED=0 NO_COLOR=1
for program in benches/programs/*.py; do
    LLVM_PROFILE_FILE="$work/counts/%m.profraw" "$binary" "$program" 30 >/dev/null
done
LLVM_PROFILE_FILE="$work/counts/%m.profraw" python3 benches/operations.py --anthill "$binary" --repeat 10
"$tools/llvm-profdata" merge -text --no-function='2vm3run3runKb|4base4text|5types3str4case' "$work"/counts/*.profraw \
    | benches/profile/units.py >"$work/counts.proftext"
"$tools/llvm-profdata" merge -sparse -o benches/profile/branches.profdata "$work/counts.proftext"
ls -l benches/profile/branches.profdata
