"""Plain calls: recursion, positional arguments, defaults."""
import sys


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def add3(a, b, c=1):
    return a + b - c


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def main(size):
    total = 0
    for _ in range(size):
        total += fib(17) + tak(9, 6, 2)
        for i in range(20_000):
            total = add3(total, i)
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
