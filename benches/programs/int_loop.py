"""Loops over small ints: while, for over range, comparison, shifts and masks, remainders."""
import sys


def count(n):
    total = 0
    i = 0
    while i < n:
        total += i
        i += 1
    return total


def mix(n):
    state = 12345
    odd = 0
    for i in range(n):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        if state >> 16 & 1:
            odd += i % 7
        else:
            odd ^= i // 3
    return odd


def collatz(limit):
    longest = 0
    for start in range(1, limit):
        steps = 0
        n = start
        while n != 1:
            if n % 2 == 0:
                n //= 2
            else:
                n = 3 * n + 1
            steps += 1
        if steps > longest:
            longest = steps
    return longest


def main(size):
    total = 0
    for _ in range(size):
        total += count(60_000) + mix(20_000) + collatz(400)
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
