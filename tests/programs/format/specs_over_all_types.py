# Format specs of every kind over values of every kind: results and refusals.
VALUES = [0, 1, -7, 255, 10**20, True, 0.0, -0.0, 1.5, -2.25, 1e100, 1e-7, 123456789.125, float("inf"), float("nan"), "", "abc", "é€",
          None, [1], (1, 2), {"a": 1}, b"x", 3.0, 2**70 + 1, 0.1]
FILLS = ["", "<", ">10", "^11", "*^12", "=8", "0=9", "é>6", "<0", "{<5"]
SIGNS = ["", "+", "-", " ", "z", "+z"]
WIDTHS = ["", "#", "0", "07", "12", ",", "_", "#014", "08,", "#_"]
PRECISIONS = ["", ".0", ".3", ".10", "."]
KINDS = ["", "b", "c", "d", "e", "E", "f", "F", "g", "G", "n", "o", "s", "x", "X", "%", "q", "dd", "r"]


def outcome(value, spec):
    try:
        return format(value, spec)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def draw():
    state = 7
    while True:
        state = (state * 1103515245 + 12345) % 2**31
        yield state >> 8


numbers = draw()


def pick(table):
    return table[next(numbers) % len(table)]


for value in VALUES:
    for kind in KINDS:
        print(repr(value)[:12], repr(kind), repr(outcome(value, kind)))
for _ in range(2500):
    value = pick(VALUES)
    spec = pick(FILLS) + pick(SIGNS) + pick(WIDTHS) + pick(PRECISIONS) + pick(KINDS)
    print(ascii(value)[:12], ascii(spec), ascii(outcome(value, spec)))
