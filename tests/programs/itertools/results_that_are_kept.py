"""Iterators may use a tuple again that nobody else holds; kept ones stay as they were."""
from itertools import combinations, combinations_with_replacement, pairwise, permutations, product, zip_longest


def each(make):
    kept = []
    for i, item in enumerate(make()):
        if i % 2:
            kept.append(item)
    print(kept == [item for i, item in enumerate(list(make())) if i % 2], len(kept), kept[:3])
    walk = make()
    first = next(walk)
    second = next(walk)
    print(first, second, first is second)
    del first
    third = next(walk)
    print(second, third)
    for item in walk:
        a, *rest = item
    print(a, rest)


each(lambda: zip("abcd", range(4)))
each(lambda: zip_longest("abcd", range(2), fillvalue="-"))
each(lambda: pairwise("abcde"))
each(lambda: product("ab", repeat=3))
each(lambda: combinations("abcd", 2))
each(lambda: combinations_with_replacement("abc", 2))
each(lambda: permutations("abc"))
print(list(product()), list(product("ab", repeat=0)), list(combinations("abc", 0)), list(permutations([])))
print(list(combinations_with_replacement("ab", 0)), list(combinations("ab", 3)), list(product("ab", "")))


class Loud:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print("gone", self.name)


for pair in zip((Loud("l%d" % i) for i in range(3)), (Loud("r%d" % i) for i in range(3))):
    print(pair)
    del pair
for a, b in pairwise(Loud("p%d" % i) for i in range(3)):
    print(a, b)
    del a, b
print({t: i for i, t in enumerate(zip("ab", "cd"))})
print(sum(x * y for x, y in zip(range(5), iter([1, 2, 3, 4, 5]))))
for x, y in [(1, 2), [3, 4], "56", (7, 8)]:
    print(x, y, end=" ")
print()
for x, y in ((1, 2), (3, 4)):
    print(x, y, end=" ")
print()
try:
    for x, y in [(1, 2), (3, 4, 5)]:
        print(x, y)
except ValueError as error:
    print(error)
