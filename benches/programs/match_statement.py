"""The match statement: literals, sequences, mappings, classes, guards, alternatives, captures."""
import sys


class Number:
    __match_args__ = ("value",)

    def __init__(self, value):
        self.value = value


class Add:
    __match_args__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


class Multiply(Add):
    pass


def evaluate(node):
    match node:
        case Number(value):
            return value
        case Multiply(left, right):
            return evaluate(left) * evaluate(right)
        case Add(left=left, right=right):
            return evaluate(left) + evaluate(right)


def command(words):
    match words:
        case ["go", ("north" | "south") as direction]:
            return len(direction)
        case ["take", item]:
            return len(item)
        case ["drop", *items] if items:
            return len(items)
        case {"kind": "point", "x": x, **rest}:
            return x + len(rest)
        case (x, y, z):
            return x + y + z
        case int() | float():
            return 1
        case str(text):
            return len(text)
        case None:
            return 7
        case _:
            return 0


def small(n):
    match n:
        case 0:
            return 1
        case 1 | 2:
            return 3
        case 3:
            return 5
        case -1:
            return 2
    return n


def main(size):
    inputs = [["go", "north"], ["take", "leaf"], ["drop", "a", "b"], {"kind": "point", "x": 4, "y": 5},
              (1, 2, 3), 5, 2.5, "text", None, ["drop"], object]
    tree = Number(1)
    for i in range(20):
        tree = Add(tree, Multiply(Number(i), Number(2)))
    total = 0
    for _ in range(size):
        for _ in range(350):
            for item in inputs:
                total += command(item)
        for _ in range(60):
            total += evaluate(tree)
        for i in range(6000):
            total += small(i % 6)
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
