# sorted: keys, reverse, stability, lists changed while they are sorted, comparisons that raise.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


words = ["banana", "Apple", "cherry", "apple", "date"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True), sorted(words, reverse=False), sorted(words, key=None))
print(sorted([3, 1, 2], reverse=1), sorted("hello"), sorted({3: 1, 1: 2}), sorted(x % 3 for x in range(7)), sorted([]), sorted([1.5, 1, True, 0]))
print(attempt(sorted), attempt(sorted, 5), attempt(sorted, [1], None), attempt(sorted, [1], foo=1), attempt(sorted, [1, "a"]), attempt(sorted, [1, 2], key=5))
print(attempt(sorted, [1, 2], key=lambda x: 1 / 0), attempt(sorted, [1], reverse="x"), attempt(sorted, iterable=[1]))
pairs = [("b", 2), ("a", 2), ("c", 1), ("d", 1)]
print(sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: p[1], reverse=True), sorted(pairs, key=lambda p: (-p[1], p[0])))
items = [3, 1, 2]


def spoil(x):
    items.append(x)
    return x


print(attempt(items.sort, key=spoil), items)


class Fussy:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 2 or other.n == 2:
            raise ValueError("not two")
        return self.n < other.n


fussy = [Fussy(n) for n in (3, 1, 2, 0)]
print(attempt(fussy.sort), sorted(f.n for f in fussy))
nan = float("nan")
print(sorted([3, nan, 1, 2]), sorted([2**70, 1, -(2**70), 0.5]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], [1]]))
print(sorted(range(100), key=lambda n: (n * 37) % 101)[:10], sorted(map(str, range(12))))
