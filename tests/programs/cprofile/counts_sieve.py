import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted


def cross_out(flags, p):
    for multiple in range(p * p, len(flags), p):
        flags[multiple] = False


def primes(n):
    flags = [True] * (n + 1)
    for p in range(2, int(n ** 0.5) + 1):
        if flags[p]:
            cross_out(flags, p)
    return [p for p in range(2, n + 1) if flags[p]]


def main():
    return max(primes(200)), min(primes(50))


counted(main)
