from itertools import combinations, combinations_with_replacement, permutations, product


def show(call):
    try:
        print(type(call()).__name__)
    except Exception as error:
        print(type(error).__name__, error)


print(list(product("ab", [1, 2])), list(product("ab", repeat=2)), list(product()), list(product([], "a")), list(product("ab", repeat=0)))
print(list(product([0, 1], "x", repeat=2)), len(list(product(range(5), repeat=4))))
print(list(permutations("abc")), list(permutations("abc", 2)), list(permutations([], 0)), list(permutations("ab", 3)), list(permutations("a", 0)))
print(list(combinations("abcd", 2)), list(combinations("abc", 3)), list(combinations("abc", 0)), list(combinations("ab", 3)))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement("", 1)), list(combinations_with_replacement("", 0)))
print(len(list(permutations(range(6)))), len(set(permutations(range(6), 4))), sum(1 for _ in combinations(range(12), 5)))
print(list(permutations(range(6), 4))[123], list(combinations(range(9), 4))[77], list(combinations_with_replacement(range(5), 3))[20])
print(list(permutations([1, 1, 2])), list(combinations([[1], [2]], 1)))
for call in [
    lambda: product(1), lambda: product([1], repeat=-1), lambda: product([1], repeat="a"), lambda: product([1], foo=1),
    lambda: permutations(), lambda: permutations(1), lambda: permutations([1], -1), lambda: permutations([1], "a"),
    lambda: combinations([1]), lambda: combinations([1], -1), lambda: combinations([1], "a"), lambda: combinations(1, 1),
    lambda: combinations_with_replacement([1], -1), lambda: combinations([1], 2, 3), lambda: combinations(iterable=[1], r=1),
    lambda: product([1], repeat=2**70), lambda: permutations([1], r=None),
]:
    show(call) if not isinstance(call, str) else None
p = product([1, 2], "ab")
first = next(p)
print(first, next(p), first)
it = combinations("abc", 2)
print(next(it), list(it), list(it), next(it, "end"))
items = [object() for _ in range(3)]
print(all(a is not b for a, b in combinations(items, 2)), [x for x in permutations(items, 1)] == [(i,) for i in items])
print(sum(a * b * c for a, b, c in product(range(10), repeat=3)), [sum(c) for c in combinations([1, 2, 3, 4], 3)])
