"""Generators: pipelines, expressions, send, yield from over a tree, a class's own iterator."""
import sys


def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def squares(source):
    for x in source:
        yield x * x


def kept(source):
    for x in source:
        if x & 1:
            yield x


def averager():
    total = 0
    count = 0
    while True:
        value = yield total // (count or 1)
        total += value
        count += 1


def walk(tree):
    if tree is not None:
        left, value, right = tree
        yield from walk(left)
        yield value
        yield from walk(right)


def build(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return build(low, middle), middle, build(middle + 1, high)


class Down:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


def main(size):
    total = 0
    tree = build(0, 1000)
    for _ in range(size):
        for x in kept(squares(numbers(10_000))):
            total += x
        total += sum(x * 2 for x in range(15_000) if x % 3)
        mean = averager()
        next(mean)
        for i in range(8000):
            total += mean.send(i)
        for value in walk(tree):
            total += value
        for x in Down(3000):
            total += x
        first, *_ = (x for x in range(100))
        total += first
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 150))
