# format and __format__: defaults, own formats, results that are no strings.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Plain:
    def __str__(self):
        return "plain"


class Own:
    def __format__(self, spec):
        return f"own[{spec}]"


class Bad:
    def __format__(self, spec):
        return 5


class Late(int):
    def __str__(self):
        return "late"


print(format(Plain()), f"{Plain()}", attempt(format, Plain(), "x"), format(Own(), "abc"), f"{Own():{5}x}", attempt(format, Bad()), attempt(format, 1, 2))
print(format(Late(5)), f"{Late(5)}", f"{Late(5):d}", "{}".format(Late(5)), "%d %s" % (Late(5), Late(5)))
print(format(None), format([1, 2]), attempt(format, [1], ">5"), format(True), format(True, "d"), format(True, ">5"), format(1.0), format(10**20, ","), format("a", "^5"))
print(attempt(format), attempt(format, 1, "", 3), (5).__format__("x"), attempt((5).__format__, 5), object.__format__(5, ""), attempt(object.__format__, 5, "x"))
print(f"{'a'!r:>6}|{3.14159:.2f}|{42:#x}|{1e10:,.1f}|{-5:=+6}|{'x':*^7}|{True!s:>6}|{255:08b}")
value, width = 12.5, 10
print(f"{value:{width}.{3}}|{value=}|{value = :>8}|{value!r:>{width}}|{{}}|{value:{'>'}{width}}")
