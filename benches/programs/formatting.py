"""Formatting: f-strings, format specs, str.format, percent, repr and str of numbers and containers."""
import sys


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __format__(self, spec):
        return f"<{self.x:{spec}}>"


def main(size):
    total = 0
    for step in range(size):
        for i in range(1200):
            x = i / 7
            text = f"{i}: {x:.3f} {i:>8} {i:#x}"
            total += len(text)
            total += len(f"{step!r}-{i:05d}-{'ant':<6}|{i % 10}")
            total += len("{} and {:>5} and {name}".format(i, x * 10 // 1, name="hill"))
            total += len("%d %s %5.2f %r" % (i, "ant", x, "q"))
            total += len(str(x)) + len(repr(i * 1.5)) + len(str(i))
        for i in range(150):
            point = Point(i, step)
            total += len(repr(point)) + len(f"{point:4}") + len(str([point, i]))
            total += len(repr({"a": i, "b": (1, 2.5, None)})) + len(f"{1234567 + i:,} {i / 200:.1%}")
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
