"""Dicts with int keys: filling, counting, lookups that hit and miss, deleting, iterating."""
import sys


def main(size):
    table = {}
    for i in range(size * 3000):
        table[i * 7919 % 1_000_003] = i
    hits = 0
    for i in range(size * 3000):
        if i in table:
            hits += table[i]
    counts = {}
    for i in range(size * 5000):
        key = i * i % 1009
        counts[key] = counts.get(key, 0) + 1
    total = 0
    for _ in range(size // 4 + 1):
        for key, value in counts.items():
            total += key * value
    for i in range(0, size * 9000, 3):
        if i in table:
            del table[i]
    memo = {0: 0, 1: 1}
    for i in range(2, size * 1000):
        memo[i] = (memo[i - 1] + memo[i - 2]) % 1_000_007
    return hits, total, len(table), len(counts), memo[size * 1000 - 1]


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 250))
