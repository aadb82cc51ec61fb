"""sum, min, max, any, all, zip, map, unpacking and for over things that change, end early or lie."""
import itertools
from collections import namedtuple


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


# A list that grows and shrinks while it is measured.
grown = [3, 1, 2]


def growing(item):
    if len(grown) < 6:
        grown.append(item + 10)
    return item


print(max(grown, key=growing), grown)
shrunk = list(range(8))


def shrinking(item):
    if shrunk:
        shrunk.pop()
    return item


print(max(shrunk, key=shrinking), shrunk)


class Truth:
    def __init__(self, items):
        self.items = items

    def __bool__(self):
        if self.items:
            self.items.pop()
        return True


items = []
items.extend(Truth(items) for _ in range(6))
print(all(items), len(items))


class Number(int):
    def __radd__(self, other):
        added.append(other)
        if len(values) < 5:
            values.append(2.5)
        return other + 100


added = []
values = [1, Number(5), 2]
print(sum(values), added, values)
print(sum([0.1] * 10), sum([1, 2.5, 3]), sum([[1], [2]], []), attempt(sum, ["a"]), attempt(sum, [1, "a"]))
print(sum([2**61, 2**61, 2**61]), sum([True, False, True]), max([1, 2.5, 2]), min(["b", "a"]), attempt(max, []))
nan = float("nan")
print(max([nan, 1]), min([1, nan]), (nan,) < (nan,), (1, nan) < (1, nan), (nan, 1) == (nan, 1), (1.5, 2) < (1.5, 3))
print((1, 2) < (1, 2.5), (1, "a") < (1, "b"), attempt(lambda: (1, "a") < (1, 2)), [1, 2] < [1], (0.5,) >= (0.25,))


class Loud:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return False

    def __lt__(self, other):
        return f"{self.name}<{other.name}"


print((1, Loud("a")) < (1, Loud("b")), (1, Loud("a")) == (1, Loud("b")))


# Iterators that fail in the middle, end with values or are asked again.
def failing(n):
    for i in range(n):
        yield i
    raise KeyError(n)


def returning(n):
    for i in range(n):
        yield i
    return "value"


print(attempt(sum, failing(3)), sum(returning(3)), attempt(list, failing(2)), list(returning(2)))
generator = returning(2)
print(next(generator), list(generator), attempt(next, generator), next(generator, "default"))
print(attempt(lambda: [a for a in zip(range(3), failing(2), range(5))]), list(zip(range(3), "ab", [1, 2, 3])))
rest = iter(range(5))
print(list(zip(rest, [1, 2], "abc")), list(rest))
print(list(map(lambda *a: a, range(3), "abc", [7, 8])), list(map(max, [1, 5], [4, 2], [3, 3])))
print(list(zip(*[range(2)] * 8)), attempt(lambda: list(zip(range(2), range(3), range(2), strict=True))))


def itself():
    yield attempt(next, running)


running = itself()
print(sum(1 for _ in running))


def nested(depth):
    return sum(x for x in ([1] if depth == 0 else [nested(depth - 1), 1]))


print(nested(30))


def cleaning():
    try:
        for i in range(10):
            yield i
    finally:
        print("cleaned")


print(any(x > 2 for x in cleaning()))
print(list(itertools.islice(cleaning(), 2)))


class Steps:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration("done")
        if self.n == 2:
            Steps.__next__ = lambda self: self.over()
        return self.n

    def over(self):
        self.n += 10
        if self.n > 40:
            raise StopIteration
        return -self.n


print([x for x in Steps()], sum(Steps()))
print([x for x in Steps()])

# Unpacking of tuples that are iterated in another way.
Pair = namedtuple("Pair", "first second")


class Reversed(Pair):
    def __iter__(self):
        return iter((self[1], self[0]))


for pair in (Pair(1, 2), Reversed(1, 2)):
    a, b = pair
    (c, d), e = pair, 0
    print(a, b, c, d)
for a, b in [Pair(1, 2), Reversed(3, 4), (5, 6), [7, 8], "xy", {9: 1, 10: 2}]:
    print(a, b, end=" ")
print()
for wrong in (Pair(1, 2), Reversed(1, 2)):
    try:
        a, b, c = wrong
    except ValueError as error:
        print(error)


# Natives that are called through other natives.
class Keyed:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        if self.n < 0:
            raise ValueError("negative")
        return self.n % 3

    def __eq__(self, other):
        return isinstance(other, Keyed) and self.n == other.n

    def __contains__(self, item):
        return item == self.n

    def __setitem__(self, key, value):
        self.n = key + value

    def __delitem__(self, key):
        self.n = -key

    def __iter__(self):
        return iter([self.n])


keys = {Keyed(n): n for n in range(6)}
print([keys[Keyed(n)] for n in (0, 4, 5)], attempt(lambda: keys[Keyed(-1)]), attempt(lambda: keys[(Keyed(-1), 1)]))
table = {(1, 2): "t", ((1, 2), 3): "u", (1.5, "x"): "v"}
print((1, 2) in table, table[(1.0, 2)], ((1, 2), 3) in table, ("q",) in table, (1.5, "x") in set(table))
print(attempt(lambda: ([],) in table), attempt(lambda: table[([],)]), attempt(lambda: ([1],) in {1}))
keyed = Keyed(3)
print(3 in keyed, 4 in keyed)
keyed[4] = 5
print(keyed.n, list(keyed))
del keyed[7]
print(keyed.n)
Keyed.__contains__ = None
print(attempt(lambda: 3 in keyed))
del Keyed.__setitem__, Keyed.__delitem__
print(attempt(keyed.__class__.__hash__, Keyed(2)), attempt(lambda: exec("keyed[1] = 2")))
print(attempt(object.__setattr__, 1, "a", 2), attempt(object.__setattr__, keyed, "a"), object.__setattr__(keyed, "n", 8), keyed.n)


class Meta(type):
    pass


class Plain:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, (name, value))


def assign(n):
    result = []
    for i in range(n):
        plain = Plain()
        plain.a = i
        result.append(plain.a)
        if i == 1:
            Plain.__setattr__ = object.__setattr__
    return result


print(assign(4))
print([isinstance(x, (str, (int, float), Meta)) for x in (1, "a", 2.5, None, Plain, Meta("M", (), {}))])


class Claims:
    @property
    def __class__(self):
        return int


print(isinstance(Claims(), int), isinstance(Claims(), (str, int)), isinstance(Claims(), Claims), isinstance(Claims(), str))
