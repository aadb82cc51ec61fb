# int(): bases, underscores, signs, spaces, digits of other scripts, __int__, __index__, __trunc__, limits.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for text in ["0", " 12 ", "-5", "+5", "1_000", "_1", "1_", "1__0", "", " ", "0x10", "1.5", "1e3", "\u0661\u0662", "\u0967_\u0968", "\xa05\u2003", "--1", "+ 1", "0_0", "a", "\ud800", "1\x00"]:
    print(ascii(text), attempt(int, text))
for text, base in [("ff", 16), ("0xff", 16), ("0xff", 0), ("0b11", 0), ("0o17", 0), ("017", 0), ("0", 0), ("00", 0), ("z", 36), ("Z", 36), ("z", 35), ("12", 2), ("0b12", 0), ("1", 1), ("1", 37),
                   ("1", -1), ("0x", 16), ("0x_f", 16), ("0x_f", 0), ("0_7", 0), (b"12", 10), (b"\xff", 10), ("9" * 30, 10), ("1" * 70, 2)]:
    print(text, base, attempt(int, text, base))


class HasInt:
    def __int__(self):
        return 42


class HasIndex:
    def __index__(self):
        return 43


class HasTrunc:
    def __trunc__(self):
        return 44


class Bad:
    def __int__(self):
        return "no"


print(int(), int(3.9), int(-3.9), int(True), int(HasInt()), int(HasIndex()), attempt(int, HasTrunc()), attempt(int, Bad()), attempt(int, None), attempt(int, [1]), attempt(int, 5, 10))
print(attempt(int, float("nan")), attempt(int, float("inf")), int(1e30), attempt(int, x=5), attempt(int, "5", base="a"), attempt(int, base=5), int("5", base=10), attempt(int, "1", 10, 3))
print(attempt(int, "1" * 5000), attempt(str, 10**5000), len(hex(10**5000)), int("f" * 5000, 16) == 16**5000 - 1)
