# Tuples that an iterator gives, kept or given up at once; what dies with them dies when they do.
import itertools
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, end="; ")


def things(*names):
    return [Thing(name) for name in names]


for make in (
    lambda: zip(things("a", "b"), things("c", "d")),
    lambda: zip(things("a"), things("b"), things("c")),
    lambda: enumerate(things("a", "b")),
    lambda: itertools.pairwise(things("a", "b", "c")),
    lambda: itertools.product(things("a", "b"), repeat=2),
    lambda: itertools.combinations(things("a", "b", "c"), 2),
):
    for item in make():
        print([getattr(x, "name", x) for x in item], end=" ")
    del item
    print()
    kept = list(make())
    print(len(kept), len(set(kept)), end=" ")
    del kept[0]
    print("|", end=" ")
    del kept
    print()

same = Thing("same")
pair = (same, same)
nested = ((same, pair), pair, (1, "x" * 50))
seen = weakref.ref(same)
del same, pair
print(seen() is None)
del nested
print(seen() is None)

deep = ()
for _ in range(200000):
    deep = (deep, deep, 1)
del deep
wide = [(i, str(i), (i, [i])) for i in range(1000)]
print(sum(len(row) for row in wide))
del wide

rows = list(zip(range(4), "abcd", [None] * 4))
print(rows, list(zip([1, 2, 3], [4, 5], [6, 7, 8])), next(zip([1], [2], [3])))
source = [1, 2, 3]
numbers = iter(source)
print(list(zip(numbers, numbers, numbers)), next(numbers, "end"))
for x in (walk := filter(None, source)):
    if len(source) < 6:
        source.append(x)
print(source, list(walk))
print(list(itertools.islice(itertools.chain([1, 2], (3, 4), "ab"), 1, 5)), list(filter(None, [0, 1, "", "x", [], [0]])))
print(list(itertools.compress([1, 2, 3], [1, 0, 1])), list(map(max, [1, 5], [4, 2], [3, 3])))
