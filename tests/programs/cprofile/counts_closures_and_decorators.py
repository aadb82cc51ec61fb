import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted
import functools


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


def counter():
    n = 0

    def up(step=1):
        nonlocal n
        n += step
        return n

    return up


def main():
    @traced
    def add(a, b=2):
        return a + b

    up = counter()
    for _ in range(4):
        add(up(), b=up(step=2))
    return functools.partial(add, 1)(2)


counted(main)
