"""Writes src/base/text/codec/charmap_tables.rs from the encodings of the CPython that runs this: the characters of
every codec of one byte, and all names of the codecs that Anthill has.

    python3.13 tools/charmap_tables.py > src/base/text/codec/charmap_tables.rs
"""

import codecs
import encodings.aliases
import pkgutil

NATIVE = [
    "ascii", "latin_1", "utf_8", "utf_8_sig", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be",
    "unicode_escape", "raw_unicode_escape",
]
UNDEFINED = 0xFFFE


def table(name):
    codes = []
    for byte in range(256):
        try:
            codes.append(ord(bytes([byte]).decode(name)))
        except UnicodeDecodeError:
            codes.append(UNDEFINED)
    return codes


def write_row(codes):
    for start in range(0, len(codes), 16):
        print("        " + ", ".join(f"0x{code:04x}" for code in codes[start : start + 16]) + ",")


def main():
    charmaps = []
    for module in pkgutil.iter_modules(encodings.__path__):
        if module.name in ("mbcs", "oem"):
            continue
        package = __import__("encodings." + module.name, fromlist=["x"])
        if hasattr(package, "decoding_table") or hasattr(package, "decoding_map"):
            charmaps.append((module.name, codecs.lookup(module.name).name))
    charmaps = [pair for pair in charmaps if pair[0] not in [*NATIVE, "iso8859_1"]]
    names = {}
    for alias, name in encodings.aliases.aliases.items():
        names[alias] = name
    known = set(NATIVE) | {name for name, _ in charmaps}
    names.update((name, name) for name in known)
    # The same as latin_1.
    names["iso8859_1"] = "latin_1"
    print("//! The codecs of one byte, and the names of codecs. Written by tools/charmap_tables.py.\n")
    print("use super::charmap::Charmap;\n")
    print("/// The codecs of one byte, by name.")
    print("#[rustfmt::skip]")
    print(f"pub(super) static CHARMAPS: [Charmap; {len(charmaps)}] = [")
    for module, name in charmaps:
        codes = table(module)
        low = codes[:128]
        print(f"    // {name}")
        print(f"    Charmap {{ module: {module!r}, name: {name!r}, low: {'None' if low == list(range(128)) else 'Some(&['}".replace("'", '"'))
        if low != list(range(128)):
            write_row(low)
            print("    ])", end="")
        print("    , high: [")
        write_row(codes[128:])
        print("    ] },")
    print("];\n")
    print("/// Every name of a codec (normalised: lower case, words joined by `_`) and the name of its module, sorted.")
    rows = sorted((alias, name) for alias, name in names.items() if name in known)
    print("#[rustfmt::skip]")
    print(f"pub(super) static NAMES: [(&str, &str); {len(rows)}] = [")
    for alias, name in rows:
        print(f'    ("{alias}", "{name}"),')
    print("];")


main()
