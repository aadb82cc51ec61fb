"""The n-queens problem, by backtracking over lists and by bit masks."""
import sys


def place(row, n, columns, rising, falling):
    if row == n:
        return 1
    found = 0
    for column in range(n):
        if not columns[column] and not rising[row + column] and not falling[row - column + n - 1]:
            columns[column] = rising[row + column] = falling[row - column + n - 1] = True
            found += place(row + 1, n, columns, rising, falling)
            columns[column] = rising[row + column] = falling[row - column + n - 1] = False
    return found


def masks(n, columns=0, rising=0, falling=0):
    full = (1 << n) - 1
    if columns == full:
        return 1
    found = 0
    free = full & ~(columns | rising | falling)
    while free:
        bit = free & -free
        free ^= bit
        found += masks(n, columns | bit, (rising | bit) << 1 & full, (falling | bit) >> 1)
    return found


def main(size):
    total = 0
    for _ in range(size):
        total += place(0, 6, [False] * 6, [False] * 11, [False] * 11)
        total += masks(8)
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 700))
