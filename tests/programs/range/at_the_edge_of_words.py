"""Iterators over ranges whose items, steps or ends lie about the largest ints that fit into a word."""
import copy

EDGES = [2**60, 2**61, 2**62, 2**63]


def show(it):
    print(it.__length_hint__(), it.__reduce__(), end=" ")
    items = []
    for item in it:
        items.append(item)
        if len(items) == 5:
            break
    print(items, it.__length_hint__(), it.__reduce__()[:2])


for edge in EDGES:
    for sign in (1, -1):
        for low in (-3, -2, -1, 0, 1):
            show(iter(range(sign * (edge + low), sign * (edge + low + 3), sign)))
            show(reversed(range(sign * (edge + low), sign * (edge + low + 3), sign)))
        show(iter(range(0, sign * edge, sign * (edge // 2 - 1))))
        show(iter(range(5, 6, sign * edge)))
        show(iter(range(-edge, edge, edge)))

it = iter(range(2**61 - 2, 2**61 + 2))
print(next(it), next(it), next(it))
twin = copy.copy(it)
print(list(twin), list(it), list(it))
it = iter(range(2**60, 2**60 + 10))
it.__setstate__(3)
print(next(it), list(copy.copy(it)))
it.__setstate__(100)
print(list(it), it.__length_hint__())
it = iter(range(2**61 - 3, 2**61 + 10, 2))
it.__setstate__(2)
print(list(it), it.__length_hint__())
it.__setstate__(-5)
print(list(it))

total = 0
for i in range(2**61 - 1000, 2**61 + 1000):
    total += i
print(total)
for i in range(3):
    for j in range(i):
        print(i, j, end=";")
print()
