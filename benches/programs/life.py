"""Conway's game of life, on a set of cells and on a list of rows."""
import sys


def step_set(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    counts[key] = counts.get(key, 0) + 1
    return {key for key, count in counts.items() if count == 3 or count == 2 and key in cells}


def step_rows(rows):
    height = len(rows)
    width = len(rows[0])
    result = []
    for y in range(height):
        above = rows[y - 1]
        row = rows[y]
        below = rows[(y + 1) % height]
        new = []
        for x in range(width):
            left = x - 1
            right = (x + 1) % width
            n = (above[left] + above[x] + above[right] + row[left] + row[right]
                 + below[left] + below[x] + below[right])
            new.append(1 if n == 3 or (n == 2 and row[x]) else 0)
        result.append(new)
    return result


def main(size):
    cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2), (20, 20), (21, 20), (22, 20), (21, 21), (20, 22)}
    rows = [[1 if (x * y + x) % 3 == 0 else 0 for x in range(48)] for y in range(24)]
    for _ in range(size):
        for _ in range(4):
            cells = step_set(cells)
        for _ in range(6):
            rows = step_rows(rows)
    return len(cells), sum(map(sum, rows))


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
