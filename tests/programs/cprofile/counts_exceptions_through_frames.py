import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted


def inner(n):
    if n == 0:
        raise KeyError(n)
    return {}[n]


def middle(n):
    try:
        return inner(n)
    finally:
        len("x")


def outer(n):
    try:
        return middle(n)
    except LookupError:
        return repr(n)


def main():
    for n in range(4):
        outer(n)
    middle(0)


counted(main)
