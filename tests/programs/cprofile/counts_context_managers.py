import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted
import contextlib


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        return True


@contextlib.contextmanager
def managed():
    yield 1


def fails():
    raise ValueError


def main():
    for _ in range(3):
        with Manager():
            fails()
    with managed(), Manager() as m:
        pass


counted(main)
