"""Products of floats that are added to or taken from something: each is rounded by itself, whatever the types are."""
import math


def add(a, b, c):
    return a * b + c


def add_right(a, b, c):
    return c + a * b


def subtract(a, b, c):
    return a * b - c


def subtract_right(a, b, c):
    return c - a * b


def add_to(a, b, c):
    total = c
    total += a * b
    return total


def subtract_from(a, b, c):
    total = c
    total -= a * b
    return total


def keep(a, b, c):
    result = a * b + c
    other = c - a * b
    return result, other, a, b, c


def twice(a, b):
    return a * b + a * b, a * b - b * a


class Number:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __radd__(self, other):
        return f"{other} + {self.name}"

    def __rsub__(self, other):
        return f"{other} - {self.name}"

    def __add__(self, other):
        return f"{self.name} + {other}"

    def __sub__(self, other):
        return f"{self.name} - {other}"


forms = [add, add_right, subtract, subtract_right, add_to, subtract_from, keep]
values = [
    (1.5, 2.0, 0.25), (0.1, 3.0, 0.2), (1e308, 10.0, -math.inf), (1e200, 1e200, 1.0), (1e-200, 1e-200, 0.0),
    (2.0, 3.0, -6.0), (-0.0, 1.0, 0.0), (-0.0, 1.0, -0.0), (math.nan, 1.0, 1.0), (1e16, 1.0, 1.0), (3.0, 5.0, 7),
    (3, 5.0, 7.5), (3.0, 5, 2), (1.1, 1.1, True), (2.0, 0.5, 10**30), (134217729.0, 134217729.0, -18014398777917440.0),
    (5e-324, 1.0, 5e-324), (1.0, 2.0, Number("n")),
]
for form in forms:
    for _ in range(3):
        form(1.5, 2.5, 3.5)
    print(form.__name__, [form(*v) for v in values])
    print([form(1.5, 2.5, 3.5), form(0.1, 0.2, 0.3)])
print(twice(0.1, 0.7), twice(1.5, 2.5), twice(3, 4))
for form in forms[:6]:
    for bad in ((1.5, 2.5, "x"), (1.5, None, 2.0), (1.5, 2.5, None)):
        try:
            form(*bad)
        except TypeError as error:
            print(form.__name__, error)


def energy(points):
    total = 0.0
    for x, y, z in points:
        total += 0.5 * (x * x + y * y + z * z) - x * y
    return total


print(energy([(i * 0.25, i * 0.5, i * 0.75) for i in range(20)]))


def fail(a, b, c):
    return a * b + c


for _ in range(3):
    fail(1.0, 2.0, 3.0)
fail(1.0, 2.0, "three")
