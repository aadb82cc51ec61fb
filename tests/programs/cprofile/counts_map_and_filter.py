import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted


def double(x):
    return 2 * x


def odd(x):
    return x % 2


def total(a, b):
    return a + b


def main():
    from functools import reduce

    list(map(double, filter(odd, range(10))))
    reduce(total, range(5))
    any(map(odd, [0, 2, 3, 4]))
    for item in map(double, [1, 2]):
        odd(item)


counted(main)
