"""Dataclasses and named tuples: making, comparing, hashing, sorting, replacing."""
import sys
from collections import namedtuple
from dataclasses import asdict, dataclass, field, replace


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    amount: int = 1

    def cost(self):
        return self.price * self.amount


@dataclass(frozen=True)
class Point:
    x: int
    y: int


Row = namedtuple("Row", "id kind value")


def main(n):
    items = [Item(i * 37 % 101 / 4, "item %d" % (i % 50), i % 9 + 1) for i in range(n)]
    total = sum(item.cost() for item in items)
    ordered = sorted(items)[:5]
    points = {Point(i % 300, i % 200) for i in range(n)}
    moved = sum(1 for p in points if Point(p.x + 1, p.y) in points)
    rows = [Row(i, i % 3, i * 2) for i in range(n)]
    by_kind = [0, 0, 0]
    for row in rows:
        by_kind[row.kind] += row.value
    changed = [replace(item, amount=2) for item in items[:n // 10]]
    dicts = [asdict(item) for item in items[:n // 20]]
    print(total, ordered[0], len(points), moved, by_kind, sum(c.amount for c in changed), dicts[3], rows[5]._replace(kind=9))
    print(sum(a == b for a, b in zip(items, items[101:])))


main(1200 * (int(sys.argv[1]) if len(sys.argv) > 1 else 80))
