"""Integers: every operation over edge values and random ones of mixed sizes."""

import math
import operator
import sys


def show(value):
    if isinstance(value, tuple):
        return " ".join(show(item) for item in value)
    if isinstance(value, float):
        return value.hex()
    if isinstance(value, bool):
        return str(int(value))
    return hex(value)


def outcome(function, *arguments):
    try:
        return show(function(*arguments))
    except Exception as error:
        return type(error).__name__


EDGES = [0, 1, -1, 2, -2, 3, 10, -10, 2**31, 2**32 - 1, 2**53, 2**53 + 1, -(2**53) - 1, 2**61 - 1, 2**61,
         -(2**61), -(2**61) - 1, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64 - 1, 2**64, -(2**64),
         2**64 + 1, 2**65, -(2**127), 2**127 - 1, 2**128 - 1, 2**128, 2**192, -(2**192) + 1, 10**40, 7**100]

FLOATS = [0.0, -0.0, 0.5, -0.5, 1.0, 1.5, -1.5, 2.0**53, 2.0**61, -(2.0**61), 2.0**63, 2.0**64, -(2.0**64),
          2.0**100, 1e40, -1e300, float("inf"), float("-inf"), float("nan"), 5e-324]


def lines(rng, scale):
    def number():
        bits = rng.choice([3, 20, 60, 64, 70, 128, 130, 200, 400] + ([1000, 3000, 20000] if scale > 1 else []))
        value = rng.getrandbits(rng.randint(1, bits))
        if rng.random() < 0.2:
            value = (value >> (bits // 2)) << (bits // 2)
        return -value if rng.random() < 0.4 else value

    pairs = [(rng.choice(EDGES), rng.choice(EDGES)) for _ in range(40 * scale)]
    pairs += [(number(), number()) for _ in range(25 * scale)]
    pairs += [(a, 1 << rng.randint(0, 70)) for a in EDGES[:10]]
    binary = {
        "add": operator.add, "subtract": operator.sub, "multiply": operator.mul, "divmod": divmod,
        "remainder": operator.mod, "and": operator.and_, "or": operator.or_, "xor": operator.xor,
        "gcd": math.gcd, "lcm": math.lcm, "true_divide": operator.truediv,
        "compare": lambda a, b: (a > b) - (a < b),
    }
    for name, function in binary.items():
        for a, b in pairs:
            if name == "true_divide" and scale > 1 and rng.random() < 0.5:
                a <<= rng.randint(0, 1100)
            yield name, hex(a), hex(b), outcome(function, a, b)
    unary = {
        "negate": operator.neg, "absolute": abs, "invert": operator.inv, "bit_length": int.bit_length,
        "bit_count": int.bit_count, "hash": hash, "to_f64": float, "isqrt": math.isqrt,
    }
    singles = EDGES + [number() for _ in range(25 * scale)] + [2**1024 - 1, 2**1024 - 2**970, 2**1024 - 2**970 - 1]
    singles += [2**n + d for n in (60, 100, 200) for d in (2 ** (n - 53), 2 ** (n - 53) - 1, 3 * 2 ** (n - 53))]
    for name, function in unary.items():
        for a in singles:
            yield name, hex(a), outcome(function, a)
    for a in singles:
        yield "str", hex(a), str(a)
        if abs(a) < 10**4300:
            yield "parse", str(a), "10", hex(a)
        yield "oct", hex(a), oct(a)
        yield "bin", hex(a), bin(a)
        shift = rng.choice([0, 1, 7, 61, 62, 63, 64, 65, 100, 128, 1000])
        yield "shift_left", hex(a), hex(shift), hex(a << shift)
        yield "shift_right", hex(a), hex(shift), hex(a >> shift)
        for digits in (-1, -2, -19, -rng.randint(1, 60)):
            yield "round", hex(a), hex(digits), hex(round(a, digits))
        for order in ("little", "big"):
            for signed in (False, True):
                length = rng.choice([0, 1, 8, 9, 16, (a.bit_length() + 7) // 8, a.bit_length() // 8 + 1])
                try:
                    data = a.to_bytes(length, order, signed=signed).hex()
                except OverflowError as error:
                    data = str(error)
                yield "to_bytes", hex(a), str(length), order, str(int(signed)), data
                data = rng.randbytes(rng.randint(0, 20))
                yield "from_bytes", data.hex(), order, str(int(signed)), hex(int.from_bytes(data, order, signed=signed))
    for a in EDGES + [number() for _ in range(10 * scale)]:
        for b in FLOATS + [float(rng.randint(-2**60, 2**60)), rng.uniform(-1e20, 1e20)]:
            yield "compare_f64", hex(a), b.hex(), str((a > b) - (a < b) if a == a and b == b else "None")
        try:
            near = float(a)
        except OverflowError:
            continue
        yield "compare_f64", hex(a), near.hex(), str((a > near) - (a < near))
    for b in FLOATS + [rng.uniform(-1, 1) * 2.0 ** rng.randint(0, 300) for _ in range(20 * scale)]:
        yield "from_f64", b.hex(), outcome(int, b)
    for base in list(range(-5, 6)) + [10, 2**61, -(2**62), 2**64 + 1, 7**50]:
        for exponent in (0, 1, 2, 3, 17, 62, 63, 64, 100):
            yield "power", hex(base), hex(exponent), hex(base**exponent)
    for _ in range(60 * scale):
        base, exponent, modulus = number(), number() >> rng.choice([0, 100, 900]), number()
        if scale > 1 and abs(exponent) > 2**600:
            exponent >>= exponent.bit_length() - 300
        yield "power_modulo", hex(base), hex(exponent), hex(modulus), outcome(pow, base, exponent, modulus)
    for base in (-3, -1, 0, 1, 2, 3):
        for exponent in (-2, -1, 0, 1, 2):
            for modulus in (-7, -2, -1, 0, 1, 2, 7, 2**64 + 13, -(2**64)):
                yield "power_modulo", hex(base), hex(exponent), hex(modulus), outcome(pow, base, exponent, modulus)
    for n in (-1, 0, 1, 2, 5, 20, 21, 25, 34, 50, 100, 170):
        yield "factorial", hex(n), outcome(math.factorial, n)
    for n in (-1, 0, 1, 2, 5, 10, 30, 62, 67, 68, 100, 300, 2**64 + 5, 10**30):
        for k in (-1, 0, 1, 2, 3, 5, 15, 31, 34, 50, 99):
            yield "combinations", hex(n), hex(k), outcome(math.comb, n, k)
            yield "permutations", hex(n), hex(k), outcome(math.perm, n, k)
    texts = ["", " ", "0", "00", "-0", "+7", "--1", "+ 1", " 12 ", "\t12\n", "\x0b12\x0c", "1_000", "_1", "1_", "1__0",
             "0x1f", "0X1F", "0x", "0x_1f", "0x__1", "0b101", "0B102", "0o17", "0o18", "01", "00_0", "0_0", "0_1",
             "1e5", "1.5", "abc", "zz", "z_z", "-0x10", "+0b1", "0b", "9" * 19, "9" * 20, "1" * 30, "-" + "9" * 40,
             "12 3", "1\x00", "\x1c1", "0_x1", "f" * 20, "1" * 5000, "0" * 5000, "1_" * 3000 + "1", "0xz", "10b", "0b12"]
    for text in texts:
        for base in (0, 2, 3, 8, 10, 16, 36) if len(text) < 4000 else (10, 16):
            sys.set_int_max_str_digits(4300)
            try:
                result = hex(int(text.encode("latin-1"), base))
            except ValueError as error:
                result = "too many " + str(error).split("value has ")[1].split(" ")[0] if "Exceeds" in str(error) else "invalid"
            sys.set_int_max_str_digits(0)
            yield "parse", text, str(base), result
