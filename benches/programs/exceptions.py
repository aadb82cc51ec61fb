"""Exceptions: raised and caught near and far, finally, else, with, errors from the engine, re-raised."""
import sys


class Refused(Exception):
    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


class Manager:
    def __init__(self):
        self.depth = 0

    def __enter__(self):
        self.depth += 1
        return self

    def __exit__(self, kind, error, trace):
        self.depth -= 1
        return kind is KeyError


def deep(n):
    if n == 0:
        raise Refused(n)
    return deep(n - 1)


def checked(i):
    try:
        if i % 3 == 0:
            raise ValueError(i)
        elif i % 3 == 1:
            return i
    except ValueError as error:
        return error.args[0] + 1
    finally:
        i += 1
    return -i


def main(size):
    total = 0
    table = {1: 2}
    manager = Manager()
    for _ in range(size):
        for i in range(5000):
            total += checked(i)
            try:
                total += table[i]
            except KeyError:
                total += 1
            try:
                int("12") + i
            except TypeError:
                total = 0
            else:
                total += 1
            with manager:
                total += i
        for i in range(500):
            with manager:
                table[-1]
            try:
                deep(5)
            except Refused as refused:
                total += refused.reason
            try:
                try:
                    [][i]
                except IndexError:
                    raise
            except LookupError:
                total += 2
    return total, manager.depth


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
