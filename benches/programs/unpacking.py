"""Unpacking: tuples of targets, swaps, stars, nested targets in for, calls with * and **."""
import sys


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def three(a, b, c):
    return a - b + c


def minmax(items):
    return items[0], items[-1]


def main(size):
    total = 0
    pairs = [(i, (i + 1, [i + 2, i + 3])) for i in range(100)]
    row = [1, 2, 3]
    named = {"a": 1, "b": 2, "c": 3}
    for _ in range(size):
        a, b, c = 0, 1, 2
        for i in range(9000):
            a, b, c = b, c, a
            (x, y), z = (a, i), b
            total += x + y - z
        for _ in range(40):
            for i, (j, [k, m]) in pairs:
                total += i - j + k - m
        for i in range(3000):
            first, *rest = row
            low, high = minmax(row)
            total += first + len(rest) + low * high
            total += three(*row) + three(**named)
            joined = [*row, i, *row]
            total += joined[3]
        for i in range(1, 1200):
            total += gcd(i, 840)
        merged = {**named, "d": 4}
        total += len(merged)
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 150))
