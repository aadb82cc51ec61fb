"""Closures: cells read and written, functions made in a loop, lambdas, decorators, functions passed on."""
import sys


def counter():
    count = 0

    def step(n):
        nonlocal count
        count += n
        return count

    return step


def compose(f, g):
    return lambda x: f(g(x))


def traced(function):
    calls = 0

    def wrapper(*args):
        nonlocal calls
        calls += 1
        return function(*args) + (calls & 1)

    return wrapper


@traced
def shifted(x):
    return x >> 1


def main(size):
    total = 0
    tick = counter()
    three = compose(lambda x: x + 1, compose(lambda x: x * 3, lambda x: x - 2))
    for _ in range(size):
        for i in range(12_000):
            tick(i)
            total += three(i)
            total ^= shifted(i)
        made = [lambda x, k=k: x + k for k in range(2000)]
        for f in made:
            total += f(1)
        total += sum(map(lambda x: x & 3, range(8000)))
    return total, tick(0)


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
