#!/usr/bin/env python3
"""Makes counts of branches independent of how a crate is divided into units of code generation.

    llvm-profdata merge -text COUNTS... -o - | benches/profile/units.py >OUT.proftext

LLVM names the counts of a function that only its own unit can see after that unit: `anthill.HASH-cgu.2;_RNv...`. rustc
numbers the units of a crate by size, so a small change anywhere in the crate can number them anew, and then every such
function would be without counts. Here each gets its counts under the numbers of all units (as many as `codegen-units` in
Cargo.toml), and under its bare name, as another division can make it visible to others. Copies of a function in several
units share one sum.
"""

import pathlib
import re
import sys

LOCAL = re.compile(r"^(\S+-cgu\.)(\d+);(\S+)$")


def units():
    """How many units a crate is divided into."""
    manifest = pathlib.Path(__file__).resolve().parents[2] / "Cargo.toml"
    return int(re.search(r"^\[profile\.release\]$.*?^codegen-units = (\d+)$", manifest.read_text(), re.M | re.S)[1])


def main():
    count = units()
    head, *records = re.split(r"\n\n|(?<=:ir)\n", sys.stdin.read().strip("\n"))
    out = [head + "\n"]
    for record in records:
        name, rest = record.split("\n", 1)
        local = LOCAL.match(name)
        if local is None:
            out.append(record + "\n\n")
            continue
        crate, unit, function = local.groups()
        out.append(f"{function}\n{rest}\n\n")
        for other in range(count):
            # The targets of indirect calls that were in the function's unit are in it still.
            moved = rest.replace(f"{crate}{unit};", f"{crate}{other};")
            out.append(f"{crate}{other};{function}\n{moved}\n\n")
    sys.stdout.write("".join(out))


if __name__ == "__main__":
    main()
