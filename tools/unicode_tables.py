"""Writes src/base/text/tables.rs from CPython 3.13's own Unicode (15.1).

    python3.13 tools/unicode_tables.py

Every property is asked of `str` itself, so that the tables hold what a program can observe.
"""

import pathlib
import sys
import unicodedata

LIMIT = 0x110000
BLOCK = 256
FLAGS = ["ALPHA", "DECIMAL", "DIGIT", "NUMERIC", "SPACE", "PRINTABLE", "LOWER", "UPPER", "TITLE", "XID_START",
         "XID_CONTINUE", "CASE_IGNORABLE", "LINE_BREAK"]
SPECIAL = 1 << 24


def flags_of(code):
    c = chr(code)
    ends_word = ("A" + c + "Σ").lower().endswith("ς")
    cased = c.islower() or c.isupper() or unicodedata.category(c) == "Lt"
    after_digit = ("1" + c + "Σ").lower().endswith("ς")
    assert after_digit == (cased and after_digit), code
    answers = [
        c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isspace(), c.isprintable(), c.islower(), c.isupper(),
        unicodedata.category(c) == "Lt", c.isidentifier(), ("a" + c).isidentifier(), ends_word and not after_digit,
        len((c + "x").splitlines()) == 2,
    ]
    return sum(1 << bit for bit, answer in enumerate(answers) if answer)


def two_stage(values):
    """Index of blocks, and the distinct blocks one after another."""
    blocks, index, seen = [], [], {}
    for start in range(0, LIMIT, BLOCK):
        block = tuple(values[start:start + BLOCK])
        if block not in seen:
            seen[block] = len(seen)
            blocks.extend(block)
        index.append(seen[block])
    return index, blocks


def records(values):
    """The distinct values in order of appearance, and each value's number."""
    seen = {}
    return [seen.setdefault(value, len(seen)) for value in values], list(seen)


def rows(values, form=str):
    line, out = "   ", []
    for value in values:
        item = f" {form(value)},"
        if len(line) + len(item) > 118:
            out.append(line)
            line = "   "
        line += item
    return "\n".join(out + [line])


def array(name, kind, values, about, form=str):
    return f"/// {about}\npub(super) static {name}: [{kind}; {len(values)}] = [\n{rows(values, form)}\n];\n"


def main():
    assert sys.version_info[:2] == (3, 13) and unicodedata.unidata_version == "15.1.0"
    codes = [chr(code) for code in range(LIMIT)]
    numbers, flags = records([flags_of(code) for code in range(LIMIT)])
    flag_index, flag_blocks = two_stage(numbers)

    extra = []

    def mapping(code, text):
        if len(text) == 1:
            return ord(text) - code
        offset = len(extra)
        extra.extend(map(ord, text))
        return SPECIAL | offset << 2 | len(text)

    cases = []
    for code, c in enumerate(codes):
        cases.append(tuple(mapping(code, text) for text in (c.upper(), c.lower(), c.title(), c.casefold())))
    numbers, case_records = records(cases)
    assert len(case_records) < 65536 and len(extra) < 65536
    case_index, case_blocks = two_stage(numbers)
    assert max(flag_index) < 256 and max(case_index) < 256 and len(flags) < 256

    zeros = [code for code, c in enumerate(codes) if c.isdecimal() and unicodedata.decimal(c) == 0]
    for code, c in enumerate(codes):
        if c.isdecimal():
            zero = max(z for z in zeros if z <= code)
            assert unicodedata.decimal(c) == code - zero < 10
    digits = [(code, unicodedata.digit(c)) for code, c in enumerate(codes) if c.isdigit() and not c.isdecimal()]

    parts = [
        "//! Unicode 15.1 as CPython 3.13 has it: written by `tools/unicode_tables.py`, not by hand.\n",
        f"/// Code points in a block.\npub(super) const BLOCK: usize = {BLOCK};\n",
    ]
    for bit, name in enumerate(FLAGS):
        parts.append(f"/// Property bit.\npub(super) const {name}: u16 = 1 << {bit};\n")
    parts += [
        f"/// Marks a case mapping to several code points: offset in `EXTRA` times four, plus length.\n"
        f"pub(super) const SPECIAL: i32 = {SPECIAL};\n",
        array("FLAG_INDEX", "u8", flag_index, "Code point / `BLOCK` to number of block in `FLAG_BLOCKS`."),
        array("FLAG_BLOCKS", "u8", flag_blocks, "Code point in block to index in `FLAGS`."),
        array("FLAGS", "u16", flags, "The distinct sets of property bits."),
        array("CASE_INDEX", "u8", case_index, "Code point / `BLOCK` to number of block in `CASE_BLOCKS`."),
        array("CASE_BLOCKS", "u16", case_blocks, "Code point in block to index in `CASES`."),
        array("CASES", "[i32; 4]", case_records,
              "Upper, lower, title case and case folding: distance from the code point, or `SPECIAL`.",
              lambda record: "[" + ", ".join(map(str, record)) + "]"),
        array("EXTRA", "u16", extra, "Code points of the mappings to several."),
        array("ZEROS", "u32", zeros, "The decimal digits zero; their nine followers are the other digits."),
        array("DIGITS", "(u32, u8)", digits, "Digits that are not decimal, with their values.",
              lambda pair: f"({pair[0]}, {pair[1]})"),
    ]
    target = pathlib.Path(__file__).parent.parent / "src/base/text/tables.rs"
    target.write_text("\n".join(parts), encoding="ascii", newline="\n")
    print(f"{len(flags)} flag sets, {len(flag_blocks) // BLOCK} blocks; {len(case_records)} case records, "
          f"{len(case_blocks) // BLOCK} blocks; {len(extra)} extra; {len(zeros)} zeros; {len(digits)} digits")


if __name__ == "__main__":
    main()
