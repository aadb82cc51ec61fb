"""Lists of lists, indexed: a matrix product, a table of edit distances, a flood of increments."""
import sys


def product(a, b, n):
    result = [[0] * n for _ in range(n)]
    for i in range(n):
        row = a[i]
        target = result[i]
        for j in range(n):
            total = 0
            for k in range(n):
                total += row[k] * b[k][j]
            target[j] = total
    return result


def distance(s, t):
    table = [[0] * (len(t) + 1) for _ in range(len(s) + 1)]
    for i in range(len(s) + 1):
        table[i][0] = i
    for j in range(len(t) + 1):
        table[0][j] = j
    for i in range(1, len(s) + 1):
        for j in range(1, len(t) + 1):
            cost = 0 if s[i - 1] == t[j - 1] else 1
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
    return table[-1][-1]


def main(size):
    n = 40
    a = [[(i * j) % 10 for j in range(n)] for i in range(n)]
    b = [[(i + j) % 10 for j in range(n)] for i in range(n)]
    total = 0
    grid = [[0] * 100 for _ in range(100)]
    for step in range(size):
        c = product(a, b, n)
        total += c[step % n][3]
        total += distance("the quick brown fox jumps over it", "a lazy dog sleeps under the sun")
        for y in range(100):
            for x in range(0, 100, 2):
                grid[y][x] += x ^ y
    return total, sum(map(sum, grid))


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
