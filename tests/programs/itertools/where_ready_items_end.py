"""Lists and tuples of iterators that have many items ready: where they end, stop, and meet others."""
from itertools import *


def gen(*items):
    for item in items:
        yield item


print(list(zip_longest(range(5), range(2))), list(zip_longest(range(2), range(5), fillvalue="-")))
print(list(zip_longest([1, 2, 3], (4,), range(2), fillvalue=0)), list(zip_longest([], [], [])), list(zip_longest()))
print(list(zip_longest([1, 2], gen(5, 6, 7))), list(zip_longest(gen(1), [2, 3, 4])), list(zip_longest("ab", [1])))
it = iter(range(7))
print(list(zip_longest(it, it)), list(zip_longest(it, it)))
it = iter(range(7))
print(list(zip_longest(it, it, [1])), list(zip_longest([1, 2], [3], [4, 5, 6], range(1))))
z = zip_longest(range(3), [1])
print(next(z), list(z), list(z))
z = zip_longest([1, 2, 3], range(2))
print([next(z), next(z)], z.__reduce__()[1][1].__reduce__()[0].__name__, tuple(z))
print(len(list(zip_longest(range(100000), range(70000)))), sum(a + (b or 0) for a, b in list(zip_longest(range(100000), range(70000)))))
grow = [1, 2]
z = zip_longest(grow, range(4))
print(next(z)); grow.append(3); print(list(z))

print(list(chain.from_iterable(gen([1, 2], [], (3,), range(4, 6), "ab", {7: 8}, gen(9, 10), [11], [12], [13], []))))
print(list(chain.from_iterable([x] for x in range(20))), list(chain.from_iterable(gen([], [], [], [], [1], [2, 3]))))
print(list(chain.from_iterable(starmap(repeat, [("a", 3), ("b", 0), ("c", 1), ("d", -2), ("e", 2)]))))
print(tuple(chain(gen(1, 2), [3], gen(), gen(4))), [*chain.from_iterable(map(range, range(6)))])


def failing():
    yield [1, 2]
    yield [3]
    raise KeyError("end")


for make in list, tuple, sorted:
    try:
        make(chain.from_iterable(failing()))
    except KeyError as error:
        print("KeyError", error)
kept = []
try:
    kept.extend(chain.from_iterable(failing()))
except KeyError:
    print(kept)
try:
    list(chain.from_iterable(gen([1], 2)))
except TypeError as error:
    print(error)
print(list(islice(chain.from_iterable(repeat([1, 2])), 7)), list(map(lambda a, b: a - b, [5, 6], gen(1, 2, 3))))
print(list(map(pow, [2, 3, 4], range(9))), list(map(max, [1, 5], [2, 3], [4, 4])), list(map({1: 2, 3: 4}.pop, [1, 3])))

for r in range(4):
    print(list(product("ab", repeat=r)), list(combinations("abcd", r)))
    print(list(permutations("abc", r)), list(combinations_with_replacement("abc", r)))
big = list(product([0, 1], repeat=11))
print(len(big), big[0], big[-1], big[77], len(set(big)))
print(list(product("ab", [1, 2, 3], (None, True)))[5:9], list(product("ab", [])))
print(list(combinations(range(12), 10))[-3:], list(permutations(range(9), 9))[100:102], len(list(combinations(range(16), 8))))
p = product(range(3), "xy")
print(next(p), next(p), list(p), list(p))
c = combinations_with_replacement(range(3), 2)
print(next(c), list(islice(c, 2)), list(c))
for c in combinations_with_replacement([[1], [2]], 9):
    kept = c
print(kept)
