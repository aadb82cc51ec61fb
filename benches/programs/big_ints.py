"""Ints beyond a machine word: factorials, Fibonacci, modular powers, digits of pi, shifts, text."""
import sys


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def pi_digits(count):
    q, r, t, k, n, m = 1, 0, 1, 1, 3, 3
    digits = []
    while len(digits) < count:
        if 4 * q + r - t < n * t:
            digits.append(n)
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, m = q * k, (2 * q + r) * m, t * m, k + 1, (q * (7 * k + 2) + r * m) // (t * m), m + 2
    return digits


def main(size):
    total = 0
    for step in range(size):
        total ^= factorial(250) % 1_000_000_007
        total ^= fibonacci(1500) & 0xFFFFFFFF
        total += sum(pi_digits(80))
        for base in range(3, 40):
            total += pow(base, (1 << 89) - 1 + step, (1 << 107) - 1) & 0xFF
        number = 7 ** 300 + step
        total += len(str(number)) + int(str(number)[:40]) % 1009
        mixed = 1 << 64
        for i in range(2000):
            mixed = (mixed ^ (mixed << 13)) & 0xFFFFFFFFFFFFFFFFFFFF
            mixed ^= mixed >> 7
            mixed += i
        total += mixed % 1_000_003
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 400))
