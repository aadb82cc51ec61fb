"""Writes `cases.tsv`: what `struct` makes of formats and single values. Run it with CPython 3.13.

A line is `size`, format, size and number of values or error; or `int` / `float`, format, value,
the bytes in hex or the error, and the value read back.
"""
import itertools
import pathlib
import random
import struct

lines = []


def add(*fields):
    lines.append("\t".join(map(str, fields)))


def size(format):
    try:
        total = struct.calcsize(format)
        if total > 10**6:
            count = "?"
        else:
            count = len(struct.unpack(format, bytes(total)))
        add("size", format.replace("\0", "\\0"), f"{total} {count}")
    except struct.error as error:
        add("size", format.replace("\0", "\\0"), error)


def value(kind, format, given):
    try:
        packed = struct.pack(format, given)
        add(kind, format, repr(given), packed.hex(), repr(struct.unpack(format, packed)[0]))
    except (struct.error, OverflowError) as error:
        add(kind, format, repr(given), error, "-")


for format in ["", "z", "3", "3 b", "b\0", "99999999999999999999b", "9223372036854775807b", "9223372036854775807q", "1152921504606846975q",
               "1152921504606846976q", "b9223372036854775807b", " b b", "@ b", "b@", "0s", "0p", "!x", "5x", "0l", "bl", "bl0l", "b0q", "hhb0i", "10s3p2xh",
               "=bqh", "@bqh", "c?bBhHiIlLqQnNPefdsp", "<c?bBhHiIlLqQefdsp", "!n", ">N", "=P", "01b", "00000000000000000003h", "-1b", "3\x0bb"]:
    size(format)
source = random.Random(3)
for _ in range(400):
    size(source.choice(["", "", "@", "=", "<", ">", "!"]) + "".join(
        source.choice(["", "", "2", "3", "0", "10", " "]) + source.choice("xcbB?hHiIlLqQnNPefdsp") for _ in range(source.randrange(1, 6))))
edges = [0, 1, -1, 2**200, -(2**200)] + [s * (2**b + d) for b in (7, 8, 15, 16, 31, 32, 63, 64) for d in (-1, 0, 1) for s in (1, -1)]
for order, letter in itertools.product("@<>", "bBhHiIlLqQ"):
    for edge in edges:
        value("int", order + letter, edge)
for edge in edges:
    value("int", "@P", edge)
floats = [0.0, -0.0, 1.0, -1.5, 1 / 3, 65504.0, 65519.9, 65520.0, 65519.99999, -65520.0, 6e-8, 5.9e-8, 2.9e-8, 2.98023223876953125e-8, 3e-8, 6.1e-5, 6.10351e-5, 6.103515625e-05,
          6.097e-5, 2047.5, 2048.5, 2049.0, 2051.0, 1e-30, 1e-300, 5e-324, 3.4028235e38, 3.40282356e38, 3.402823669e38, 1e300, 1.7976931348623157e308,
          float("inf"), float("-inf"), 1e-45, 7e-46, 1e-40, 0.1, 123456.789, 0.333251953125, 0.3333740234375]
for order, letter in itertools.product("@<>", "efd"):
    for number in floats + [source.uniform(-70000, 70000) for _ in range(20)] + [2 ** source.uniform(-26, 17) for _ in range(40)]:
        value("float", order + letter, number)
for bits in range(0, 65536, 37):
    number = struct.unpack("<e", struct.pack("<H", bits))[0]
    if number == number:
        value("float", "<e", number)
pathlib.Path(__file__).with_name("cases.tsv").write_text("\n".join(lines) + "\n")
