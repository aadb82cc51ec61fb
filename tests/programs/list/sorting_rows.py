"""Lists of tuples sorted: columns of one kind and of several, equal rows, both directions, short and long strings."""
import random

random.seed(7)
words = ["", "a", "a\0", "ab", "abcdefg", "abcdefgh", "abcdefgi", "abcdefghijklmno", "abcdefghijklmnop", "b", "\xe9", "\xff"]
makers = {
    "ints": lambda: random.randrange(-4, 5),
    "wide": lambda: random.choice([-(1 << 60), 1 << 60, 0, 5]),
    "floats": lambda: random.choice([0.0, -0.0, 1.5, -2.25, 1e300, float("inf"), -float("inf")]),
    "words": lambda: random.choice(words),
    "bytes": lambda: random.choice([b"", b"a", b"b"]),
    "mixed": lambda: random.choice([1, 1.5, 2, True]),
    "huge": lambda: random.choice([10**20, -(10**20), 3]),
    "wider": lambda: random.choice(["a", "\u0430", "\U0001f41c"]),
    "none": lambda: None,
}


def by_insertion(rows, reverse):
    result = []
    for row in rows:
        at = len(result)
        while at and (result[at - 1][0] < row[0] if reverse else row[0] < result[at - 1][0]):
            at -= 1
        result.insert(at, row)
    return result


for names in (["ints"], ["ints", "words"], ["words", "ints"], ["floats", "ints"], ["words", "words", "floats"],
              ["ints", "ints", "ints", "words"], ["mixed", "ints"], ["huge", "ints"], ["wider", "ints"], ["none", "ints"],
              ["bytes", "words"], ["ints", "ints", "floats", "words", "ints"]):
    rows = [(tuple(makers[name]() for name in names), i) for i in range(40)]
    for reverse in (False, True):
        ordered = sorted(rows, key=lambda row: row[0], reverse=reverse)
        print(names, reverse, ordered == by_insertion(rows, reverse))
    plain = sorted(row[0] for row in rows)
    print(plain[0], plain[-1])

print(sorted([(1, 2), (1,), (), (0, 5, 6), (1, 2, 0)]))
nan = float("nan")
print([i for _, i in sorted([((nan, 2), 0), ((nan, 1), 1), ((1.0, 5), 2)], key=lambda row: row[1])])
print(sorted([(nan, 2), (nan, 1)])[0][1])
for bad in ([(1, "a"), (1, 2)], [(1,), 1], [("a",), (b"a",)], [(1, None), (1, None), (1, 2)]):
    try:
        print(sorted(bad))
    except TypeError as error:
        print(error)
print(sorted(words), sorted(words[:7], reverse=True))


class Watching:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        counts[0] += 1
        return self.value < other.value


counts = [0]
watched = [Watching(i * 7 % 20) for i in range(20)]
print([w.value for w in sorted(watched)], counts)


class Reflected(Watching):
    def __lt__(self, other):
        return NotImplemented

    def __gt__(self, other):
        return self.value > other.value


print([w.value for w in sorted([Reflected(3), Reflected(1), Reflected(2)])])


class Switching:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Switching.__lt__ = lambda self, other: self.value > other.value
        return self.value < other.value


print([w.value for w in sorted([Switching(i) for i in (3, 1, 2, 5, 4)])])
