"""Comprehensions: lists, dicts, sets, nested, filtered; zip, enumerate, any, all, sum, min and max."""
import sys


def main(size):
    total = 0
    names = ["n%d" % i for i in range(200)]
    for step in range(size):
        squares = [x * x for x in range(5000)]
        odd = [x for x in squares if x & 1]
        pairs = [(i, j) for i in range(50) for j in range(50) if i != j]
        grid = [[i * j for j in range(40)] for i in range(40)]
        table = {name: index for index, name in enumerate(names)}
        seen = {x % 97 for x in odd}
        flipped = {value: key for key, value in table.items()}
        total += len(pairs) + len(seen) + len(flipped) + sum(odd) + max(squares) - min(odd)
        total += sum([a * b for a, b in zip(squares, odd)]) & 0xFFFF
        total += sum([row[3] for row in grid])
        total += all([x >= 0 for x in squares]) + any([x < 0 for x in odd])
        total += len([name for name in names if name.endswith("7")]) * step
        total += len(list(filter(None, map(int, [c for c in "01234567890" * 20]))))
        total += [x for x in reversed(odd)][0]
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 400))
