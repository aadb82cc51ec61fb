import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted


def safe(row, column, queens):
    return all(column != c and abs(row - r) != abs(column - c) for r, c in enumerate(queens))


def solve(n, queens):
    if len(queens) == n:
        return 1
    return sum(solve(n, queens + [c]) for c in range(n) if safe(len(queens), c, queens))


def main():
    return solve(5, [])


counted(main)
