"""Keyword arguments: by name, defaults, keyword-only, positional-only, *args and **kwargs passed on."""
import sys


def area(width, height=2, *, scale=1, offset=0):
    return width * height * scale + offset


def forward(*args, **kwargs):
    return area(*args, **kwargs)


def collect(first, /, *rest, **named):
    return first + len(rest) + len(named)


class Shape:
    def __init__(self, *, width=1, height=1, name="shape"):
        self.width = width
        self.height = height
        self.name = name


def main(size):
    total = 0
    for _ in range(size):
        for i in range(4000):
            total += area(i)
            total += area(i, height=3)
            total += area(height=i, width=2)
            total += area(i, 4, scale=2, offset=i)
            total += forward(i, 3, scale=2)
            total += collect(i, 1, 2, a=1, b=2)
            total += Shape(width=i, height=2).width
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
