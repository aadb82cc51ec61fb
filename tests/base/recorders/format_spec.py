"""Format specs, printf-style conversions, and the fields of str.format."""

import sys


def outcome(function, *arguments):
    sys.set_int_max_str_digits(4300)
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        sys.set_int_max_str_digits(0)


def show(value):
    if isinstance(value, str):
        return "s" + value
    if isinstance(value, float):
        return "f" + value.hex()
    return "i" + hex(value)


INTS = [0, 1, -1, 7, 42, -255, 1234, 65, 123456789, -987654321012, 2**64, -(2**70), 10**25, 0x110000]
FLOATS = [0.0, -0.0, 1.0, -1.5, 0.001, -0.001, 1234.5678, 123456789.0, 1e16, 1e20, 1.5e-7, 99.995, 0.5, 2.5, 1e100,
          float("inf"), float("-inf"), float("nan")]
TEXTS = ["", "a", "abc", "hello world", "é", "日本", "😀x"]
ODD = ["z", "zd", "+-5", "5 ", "dd", ",,", "__", ",_", "_,", ".", "9" * 30, "." + "9" * 30, ".99999999999", "é", "\x01", ",\x01", ".3",
       ".3d", "+c", "#c", ",c", ",x", "_s", "c", "5c", "05c", "=5c", "n", ",n", "_n", "١٢", "\x00>3", "é>5", "😀^6", "0=5", "00005", "-05",
       ">>5", "= 05", "z#05", "s", "d", "x", ",d", "_x", "#_b", "%", ",.1%", " ", "+", "#", "=", "<", "=5", "04,", "05,", "015,.1f",
       "#010_x", "f", "r", "a", "F", "zf", "z.0f", "+z.1f", "0<5", "<05"]


def lines(rng, scale):
    def spec():
        parts = [rng.choice(["", "", "", "<", ">", "^", "=", "*^", "0>", "x<", "é="]), rng.choice(["", "", "", "+", "-", " "]),
                 rng.choice(["", "", "", "", "z"]), rng.choice(["", "", "", "#"]), rng.choice(["", "", "0"]),
                 rng.choice(["", "", "1", "5", "10", "17"]), rng.choice(["", "", "", ",", "_"]),
                 rng.choice(["", "", "", ".0", ".1", ".3", ".10"]),
                 rng.choice(["", "", "d", "x", "X", "o", "b", "c", "e", "E", "f", "F", "g", "G", "n", "%", "s"])]
        return "".join(parts)

    values = INTS + FLOATS + TEXTS
    for value in values:
        for text in ODD if scale > 1 else rng.sample(ODD, 30):
            yield "format", show(value), text, outcome(format, value, text)
    for _ in range(1200 * scale):
        value, text = rng.choice(values), spec()
        yield "format", show(value), text, outcome(format, value, text)
    big = 10**5000
    for text in ("d", "n", ",", "f"):
        yield "format", show(big), text, outcome(format, big, text)

    def conversion():
        return "%" + rng.choice(["", "", "-", "+", " ", "#", "0", "-0", "+0", "#0", "# 0", "-#+"]) + rng.choice(
            ["", "", "1", "5", "12"]) + rng.choice(["", "", ".", ".0", ".2", ".8"]) + rng.choice(["", "", "", "l", "h"])

    for _ in range(500 * scale):
        value = rng.choice([v for v in INTS])
        text = "<" + conversion() + rng.choice("diuoxX") + ">"
        yield "percent", show(value), text, outcome(text.__mod__, value)
        value = rng.choice(FLOATS)
        text = conversion() + rng.choice("eEfFgG")
        yield "percent", show(value), text, outcome(text.__mod__, value)
        value = rng.choice(TEXTS)
        text = "é" + conversion() + "s%%"
        yield "percent", show(value), text, outcome(text.__mod__, value)
    for text in ("%", "%5", "%z", "%é", "%\x01", "%-", "%.", "%ll", "%99999999999999999999d", "%.99999999999999999999d",
                 "%.9999999999f", "%.9999999999d", "%5%", "%d%", "%d%%", "%%%d", "%(", "%(a", "%(a)d", "%(a(b)c", "%hd", "%Ld",
                 "%d %y", "%d" + "9" * 5, "%l", "%5.3", "%#5.3y"):
        yield "percent", "i0x1", text, outcome(text.__mod__, (1,))
    yield "percent", show(big), "%d", outcome("%d".__mod__, big)
    yield "percent", show(big), "%x", outcome("%x".__mod__, big)
    for text in ("%(a)s", "%((b))s", "%(a)", "%(a)5.1q", "%()s", "%(a"):
        yield "mapping", text, outcome(text.__mod__, {"a": "A", "(b)": "B", "": "E"})
    fields = ["{}", "{0}", "{1}", "{a}", "{2}", "{0:5}", "{:>5}", "{a:{0}}", "{:{}}", "{:{:{}}}", "{0!r}", "{!s:5}", "{!z}", "{!", "{!r",
              "{!rx}", "{:", "{:{", "{:{}", "{", "}", "{{", "}}", "x", "日", "{a!a}", "{!}", "{a.}", "{0[", "{0[]}", "{0[1]}", "{a[b]c}", "{0.x",
              "{a{b}}", "{99999999999999999999}", "{0[99999999999999999999]}", "{١}", "{0[}]}", "{0!\x01}", "{:}}", "{0!r:^8}", "{a[0][1].b}",
              "{.q}", "{[0]}", "{ }", "{0 }", "{-1}"]
    for text in fields + ["".join(rng.choice(fields) for _ in range(rng.randint(2, 4))) for _ in range(150 * scale)]:
        # Only what the grammar says: values answer accessors with a trace of them.
        yield "fields", text, outcome(trace_format, text)


class Trace(str):
    def __getattribute__(self, name):
        if name.startswith("__"):
            return str.__getattribute__(self, name)
        return Trace(f"{str(self)}.{name}")

    def __getitem__(self, key):
        return Trace(f"{str.__str__(self)}[{key!r}]")

    def __str__(self):
        return str.__str__(self)

    def __repr__(self):
        return "r" + str.__repr__(str.__str__(self))

    def __format__(self, spec):
        return f"<{str.__str__(self)}:{spec}>"


def trace_format(text):
    try:
        return text.format(Trace("p0"), Trace("p1"), Trace("p2"), Trace("p3"), a=Trace("ka"))
    except KeyError as error:
        return f"KeyError {error}"
    except IndexError:
        return "IndexError"
