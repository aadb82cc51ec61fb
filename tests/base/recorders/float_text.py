"""Floats: text both ways, and the operators that Python defines for itself."""

import struct


def outcome(function, *arguments):
    try:
        result = function(*arguments)
        if isinstance(result, complex):
            return "complex"
        if isinstance(result, tuple):
            return " ".join(item.hex() if isinstance(item, float) else hex(item) for item in result)
        return result.hex() if isinstance(result, float) else str(result)
    except Exception as error:
        return type(error).__name__


EDGES = [0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, 2.5, -2.5, 0.25, 0.125, 2.675, 1e15, 1e16, 123456789012345680.0, 9999999999999998.0,
         1e-4, 1e-5, 0.0001234, 1e22, 1e23, -1e100, 5e-324, 2.2250738585072014e-308, 2.225073858507201e-308,
         1.7976931348623157e308, 3.14159, 100.0, 12345.678, 0.3, 1 / 3, 2 / 3, 1e17, 0.045, 9.995, 99.95, 999999.5,
         0.00001, 4503599627370496.5, 4503599627370497.5, float("inf"), float("-inf"), float("nan")]


def lines(rng, scale):
    def number():
        kind = rng.random()
        if kind < 0.3:
            return struct.unpack("<d", rng.randbytes(8))[0]
        if kind < 0.6:
            return round(rng.uniform(-1000, 1000), rng.randint(0, 6))
        if kind < 0.8:
            return rng.randint(-10**6, 10**6) / 2 ** rng.randint(0, 12)
        return rng.uniform(-1, 1) * 10.0 ** rng.randint(-30, 30)

    values = EDGES + [number() for _ in range(20 * scale)]
    for value in values:
        bits = value.hex()
        yield "repr", bits, repr(value)
        yield "hex", bits, value.hex()
        yield "parse", repr(value), bits
        yield "fromhex", value.hex(), bits
        yield "hash", bits, str(hash(value)) if value == value else "None"
        yield "ratio", bits, outcome(value.as_integer_ratio)
        yield "is_integer", bits, str(value.is_integer())
        for code in "eEfFgG":
            for precision in rng.sample([0, 1, 2, 3, 5, 6, 10, 15, 17, 20, 40], 3):
                for alternate in ("", "#"):
                    yield "format", bits, code, str(precision), alternate, format(abs(value), f"{alternate}.{precision}{code}")
        for precision in (1, 3, 12):
            yield "format", bits, "", str(precision), "", format(abs(value), f".{precision}")
        for digits in (0, 1, 2, 3, 5, 10, 16, 17, 300, -1, -2, -5, -15, -20, -22, -100, -308, 323, 400, -400):
            yield "round", bits, str(digits), outcome(round, value, digits)
    for value in EDGES[8:14]:
        for precision in (60, 800, 1100):
            yield "format", value.hex(), "f", str(precision), "", format(abs(value), f".{precision}f")
            yield "format", value.hex(), "e", str(precision), "", format(abs(value), f".{precision}e")
    for n in range(1, 40):
        tie = (2 * n + 1) / 2.0 ** rng.randint(1, 6)
        for digits in range(6):
            yield "round", tie.hex(), str(digits), round(tie, digits).hex()
            yield "format", tie.hex(), "f", str(digits), "", format(tie, f".{digits}f")
            yield "format", tie.hex(), "e", str(digits), "", format(tie, f".{digits}e")
        tie = float(10 * n + 5)
        yield "round", tie.hex(), "-1", round(tie, -1).hex()
        yield "round", (tie + 0.25).hex(), "-1", round(tie + 0.25, -1).hex()
    for a in EDGES + [number() for _ in range(5 * scale)]:
        for b in rng.sample(EDGES, 8) + [number() for _ in range(3)]:
            yield "divmod", a.hex(), b.hex(), outcome(divmod, a, b)
            yield "modulo", a.hex(), b.hex(), outcome(lambda x, y: x % y, a, b)
            fraction = b % 1 != 0 and abs(b) != float("inf") and b == b
            complex_result = fraction and float("-inf") < a < 0
            yield "power", a.hex(), b.hex(), "complex" if complex_result else outcome(pow, a, b)
    for text in ("", " ", "1", " 1.5 ", "\t1\n", "1_0.5", "1__0", "_1", "1_", "1._5", "1_.5", "1e5", "1e", "1e+", "1E-5", "1e1_0",
                 "1e_1", ".5", "5.", ".", "+.5", "-5.", "--5", "+-5", "inf", "-Infinity", "INF", "infin", "nan", "-NaN", "+nan",
                 "nanx", "1e400", "-1e400", "1e-400", "0x10", "1,5", "1 5", "1e5.5", "9" * 400, "0." + "0" * 400 + "1",
                 "2.4703282292062327208e-324", "2.4703282292062328e-324", "9007199254740993", "9007199254740993.0000000001",
                 "1" + "0" * 30 + "e-30", "1e99999999999999999999", "1e-99999999999999999999", "\x0b1\x0c", "1\x00", "infinity_", "e5"):
        yield "parse", text, outcome(float, text.encode("latin-1"))
    for text in ("", "0x", "0x.", "0x1", "1", "0x1.8p1", "0x1.8P+1", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1.0000001p-1075",
                 "0x1p1023", "0x1p1024", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "-0X.8", "0x8.", " 0x1p3\n", "0x1p",
                 "0x1p+", "0x1q", "inf", "-Infinity", "nan", "0x" + "f" * 40, "0x." + "0" * 300 + "1p1200", "0x1p99999999999999999999",
                 "0x0p99999999999999999999", "0x1p-99999999999999999999", "0x1.00000000000008", "0x1.00000000000008001", "0x1.00000000000018",
                 "0x1.8p-1023", "0x0.fffffffffffff8p-1022", "0x0.fffffffffffffcp-1022", "a.bp2", "x1", "0x-1", "1 2"):
        yield "fromhex", text, outcome(float.fromhex, text)
