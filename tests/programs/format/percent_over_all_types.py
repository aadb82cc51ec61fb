# `%` with every flag, width and conversion over values of every kind, for str and bytes.
class Number:
    def __repr__(self):
        return "Number"

    def __int__(self):
        return 7

    def __float__(self):
        return 2.5


class Index:
    def __repr__(self):
        return "Index"

    def __index__(self):
        return 9


VALUES = [0, 1, -7, 255, 10**20, True, 0.0, -0.0, 1.5, -2.25, 1e100, 1e-7, float("inf"), float("nan"), "", "abc", "é€", None, [1], (1,),
          {"a": 1}, b"x", 65, "a", b"ab", 2**70, 3.99, Number(), Index(), 0x110000, -1]
FLAGS = ["", "-", "+", " ", "0", "#", "-0", "+ ", "#0", "-#"]
WIDTHS = ["", "1", "8", "12", "*"]
PRECISIONS = ["", ".0", ".2", ".5", ".", ".*"]
KINDS = list("diouxXeEfFgGcrsab%q") + ["ld", "hhd", "(a)s"]


def outcome(template, argument):
    try:
        return template % argument
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def shown(value):
    return type(value).__name__ if isinstance(value, (Number, Index)) else ascii(value)[:12]


state = 11


def pick(table):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return table[(state >> 8) % len(table)]


for value in VALUES:
    for kind in KINDS:
        print(shown(value), kind, ascii(outcome("%" + kind, (value,))), ascii(outcome(b"%" + kind.encode(), (value,))))
for _ in range(2000):
    value = pick(VALUES)
    spec = "%" + pick(FLAGS) + pick(WIDTHS) + pick(PRECISIONS) + pick(KINDS)
    arguments = tuple(n for mark, n in (("*", 7), (".*", 3)) if spec.count(mark) and (mark == ".*" or spec.replace(".*", "").count("*")))
    print(shown(value), spec, ascii(outcome(spec, (*arguments, value))), ascii(outcome(spec.encode(), (*arguments, value))))
for template, argument in [("%s %s", (1,)), ("%s", ()), ("%s", (1, 2)), ("%(a)s %(b)s", {"a": 1}), ("%(a)s", [1]), ("%", 1), ("%5", 1), ("%(a", {}),
                           ("%(a)(b)s", {"a": 1}), ("%((x))s", {"(x)": 3}), ("%*d", ("x", 1)), ("%.*f", (1.5, 2)), ("%d", "x"), ("%c", "ab"), ("%c", -1),
                           ("abc", 1), ("abc", {}), ("abc", ()), ("%%", ()), ("%s%%", 5), ("%(a)d%%", {"a": 3}), ("%y", 1), ("%9223372036854775808d", 1), ("%s", {"a": 1}), ("%s", (None,)), ("%x", 1.5), ("%d", 1e20), ("%d", float("nan")), ("%i", None)]:
    print(repr(template), repr(argument), ascii(outcome(template, argument)))
