# `sum` compensates for the rounding of floats, not of the ints among them.
print(sum([1e100, 1, -1e100]), sum([1e100, 1.0, -1e100]), sum([0.1] * 10), sum([1e16, 1, 1, 1]), sum([1e16, 1.0, 1.0]))
print(sum([True, 1e16, True, True]), sum([1e17, 0.5, 1]), sum([1.5, 2**70, 0.1, 0.1]), sum([0.1, 2, 0.2, 3, 0.3]))
print(sum([float("inf"), 1, 2.0]), sum((0.1, 0.2, 0.3), 1), sum(iter([2**53, 1.0, 1, -(2**53)])))

from fractions import Fraction

for a, b in ((Fraction(-3, 4), Fraction(0)), (Fraction(5), 0), (-2, Fraction(0, 7))):
    try:
        a / b
    except ZeroDivisionError as error:
        print(error)


class Ratio:
    def as_integer_ratio(self):
        return 3, 4


for value in (Ratio(), None, [], "x/y"):
    try:
        print(Fraction(value))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

import random

for counts in ([0, 0], [-1, -1], [1], [1.5, 2], [2, 3]):
    try:
        print(len(random.sample("ab", 1, counts=counts)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
