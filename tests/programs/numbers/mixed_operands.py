"""Ints and floats as operands in every place that the compiler tells apart: locals, temporaries, small constants."""


def locals_and_temporaries(a, b):
    out = [a + b, a - b, a * b, (a + b) * (a - b), (a * b) + a, a + b * a - b]
    if b:
        out += [a / b, a // b, a % b, (a + b) / b, (a * b) // b, (a - b) % b]
    return out


def constants(a):
    return [
        a + 3, a - 3, a * 3, 3 + a, 3 - a, 3 * a, 1.5 + a, a - 1.5, 1.5 * a, a / 4, a // 4, a % 4, -a, (a + 1) * 2.5,
        (a * 2.0) + 7, 7 - (a * 2.0), 4 * (a + 0.5), (a - 0.25) * 4, -(a + 0.5), (a + 1) ** 2, (a * 1.0) * (a * 2.0),
    ]


def counted(start, step):
    total = start
    for i in range(4):
        total += step
        total -= i
        total += i * 0.5
        total *= 2
    return total


def powers(x, y):
    try:
        return x ** y
    except (ZeroDivisionError, OverflowError) as error:
        return type(error).__name__, str(error)


def items(rows, y, x):
    row = rows[y]
    return row[x], rows[y][x], rows[y][x - 1], rows[y - 1][x] + row[x - 1]


def changing(values):
    """The same instructions see one type after another."""
    return [x * x + x for x in values]


for a, b in ((3, 2), (3, 2.5), (3.5, 2), (-3.5, 2.5), (0, 1.5), (1.5, 0), (2**59, 3), (2**60, 0.5), (1e308, 10), (-7, 3)):
    print(a, b, locals_and_temporaries(a, b))
for a in (0, 5, -5, 0.0, -0.0, 2.75, 1e150, float("inf"), float("nan"), 2**59, 2**70, True):
    print(a, constants(a))
for start, step in ((0, 1), (0.5, 1), (1, 0.5), (2**60, 2**59), (1e308, 1e308)):
    print(start, step, counted(start, step))
for x in (0, 1, 2, -2, 10, 0.0, 2.0, 0.5, -1.5, 1e300, 1e-300, float("inf")):
    # A negative number to a fractional power is complex, and stands aside here.
    print(x, [powers(x, y) for y in (0, 1, 2, 3, 60, 61, 64, -1, -2, 2.0, -3.0) if not (x == 10 and y == 64)])
    if x >= 0:
        print([powers(x, y) for y in (0.5, 1e-9, -0.5, 700.5)])
rows = [[1, 2.5, "a"], (4, 5, 6), [[], {}, None]]
for y in (0, 2, -1, -3):
    for x in (0, 1, -1):
        try:
            print(y, x, items(rows, y, x))
        except (TypeError, IndexError) as error:
            print(error)
rows = [[1, 2, 3], [4.5, 5, 6], (7, 8, 9)]
for y in range(-2, 3):
    print([items(rows, y, x) for x in range(-1, 3)])
try:
    items(rows, 3, 0)
except IndexError as error:
    print(error)
for values in ([1, 2.5, 3, 2**61, 1.5, True], [0.5, 1], [10**30, 2.0, -1]):
    print(changing(values))


class Item:
    def __init__(self, value):
        self.value = value

    def __mul__(self, other):
        return Item(self.value * (other.value if isinstance(other, Item) else other))

    def __add__(self, other):
        return self.value + (other.value if isinstance(other, Item) else other)

    def __lt__(self, other):
        return self.value < other.value


print(changing([Item(3), 4, Item(2.5), 1.5]))
print(Item(1) < Item(2), sorted([Item(3), Item(1)])[0].value)
Item.__add__ = lambda self, other: "changed"
print(changing([Item(3), 4]))
del Item.__mul__
try:
    changing([Item(3)])
except TypeError as error:
    print(error)
