#!/bin/bash
# Writes benches/order.txt: the functions that ordinary programs run, those of an empty program first, as callgrind
# sees them in a release build. build.rs has the linker lay them out in this order, so that a short program touches few
# pages of the binary. Names that a later build does not have do no harm; run this again when many have gone.
#
#     benches/order.sh            writes the list
#     benches/order.sh --check    fails if many functions at the head of the list are not in the binary (it must be built)
set -euo pipefail
cd "$(dirname "$0")/.."
binary=target/release/anthill
if [ "${1:-}" = --check ]; then
    missing=$(head -700 benches/order.txt | sort | comm -23 - <(nm --defined-only "$binary" | awk '{print $3}' | sort) | wc -l)
    echo "benches/order.txt: $missing of the first 700 functions are not in $binary"
    [ "$missing" -le 35 ] || { echo "write it anew: benches/order.sh" >&2; exit 1; }
    exit
fi
cargo build --release
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
profile() {
    valgrind --tool=callgrind --demangle=no --callgrind-out-file="$work/$1" "$binary" "${@:2}" >/dev/null 2>&1
}
profile 0 -c pass
echo pass > "$work/pass.py"
profile 0file "$work/pass.py"
rm "$work/pass.py"
modules="collections, contextlib, copy, dataclasses, enum, functools, itertools, json, math, os, random, re, string, typing"
profile 1 -c "import $modules"
for program in benches/programs/*.py; do
    profile "2$(basename "$program")" "$program" 1
done
python3 - "$work" > benches/order.txt <<'PYTHON'
import collections
import os
import re
import sys


def functions(path):
    """The mangled names of the binary's functions (the C library's too) that one run entered, in the order of the profile."""
    objects, names, found = {}, {}, {}
    current = ""
    for line in open(path):
        match = re.match(r"(c?ob|c?fn)=\((\d+)\)(?: (.*))?", line)
        if not match:
            continue
        kind, number, name = match.groups()
        table = objects if kind.endswith("ob") else names
        if name:
            table[number] = name.strip()
        if kind == "ob":
            current = table[number]
        if kind == "fn" and current.endswith("/anthill"):
            name = table[number].split("'")[0]
            if re.fullmatch(r"[\w.$@]+", name) and not name.startswith("0x"):
                found[name] = True
    return found


folder = sys.argv[1]
runs = [functions(os.path.join(folder, name)) for name in sorted(os.listdir(folder))]
first = dict.fromkeys(name for run in runs[:2] for name in run)
others = collections.Counter(name for run in runs[2:] for name in run if name not in first)
print("\n".join(list(first) + [name for name, _ in others.most_common()]))
PYTHON
wc -l benches/order.txt
