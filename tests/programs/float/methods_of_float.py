# as_integer_ratio, hex, fromhex, is_integer, and conversions from text.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for x in (0.0, -0.0, 1.0, -1.5, 0.1, 1e300, 5e-324, 2.0**70, float("inf"), float("nan")):
    print(x, attempt(x.as_integer_ratio), x.hex(), x.is_integer(), x.conjugate(), x.real, x.imag, attempt(x.__int__), attempt(x.__floor__), attempt(x.__ceil__), attempt(x.__trunc__))
for text in ["0x1p0", "1", "-0x1.8p3", "0x.8", "inf", "-Infinity", "nan", "0x1p1024", "0x1p-1080", " 0x1 ", "0x", "", "0x1p", "1.8p1", "0xg", "0x1.ffffffffffffffp0", "+0X1P+3"]:
    print(repr(text), attempt(float.fromhex, text))
for text in ["1.5", " 1e5 ", "-.5", "5.", "1_0.5", "1__0", "inf", "+INFINITY", "nan", "-nan", "1e400", "-1e400", "1e-400", "", ".", "e5", "1e", "0x1", "\u0661.5", "1.5\x00", "infin", "1 2", b"2.5", b"x"]:
    print(ascii(text), attempt(float, text))


class HasFloat:
    def __float__(self):
        return 2.5


class HasIndex:
    def __index__(self):
        return 7


class Bad:
    def __float__(self):
        return 5


print(float(), float(5), float(HasFloat()), float(HasIndex()), attempt(float, Bad()), attempt(float, None), attempt(float, [1]), attempt(float, 10**400), attempt(float, 1, 2), attempt(float, x=1))
print((1.5).__add__("a"), (7.5).__divmod__(2), (7.5).__rfloordiv__(20), attempt((1.5).__mod__, 0), (2.0).__pow__(3), attempt((0.0).__pow__, -1), (1.5).__eq__(1.5), (1.5).__round__(), (1.25).__round__(1))
