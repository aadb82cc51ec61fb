"""Set algebra over keys that are equal without being the same, by native and by own equality."""


class Key:
    def __init__(self, n, name):
        self.n = n
        self.name = name

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"{self.name}{self.n}"


def show(a, b):
    for result in (a | b, a & b, a - b, a ^ b, b - a, b & a):
        print(sorted(map(repr, result)), end=" ")
    print(a <= b, a == b, a.isdisjoint(b))
    c = set(a)
    c ^= b
    c |= a
    c -= b
    c &= a
    print(sorted(map(repr, c)))


show({1, 2, 3, "a", (1, "b")}, {2, 3, 4, "a", (1, "b"), None})
show({1, 2.0, True}, {1.0, 2, 3.5})
show({Key(i, "l") for i in range(6)}, {Key(i, "r") for i in range(3, 9)})
show({Key(1, "l"), 1, "x"}, {Key(1, "r"), 1, "y", "x"})
show(set(range(100)), {5, 500})
show({5, 500}, set(range(100)))
show(set(), {1})
show(frozenset("abc"), frozenset("bcd"))
print(hash(frozenset("abc") | frozenset("d")) == hash(frozenset("abcd")), type(frozenset("a") ^ {"b"}).__name__)


class Raises:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("no")


a, b = {0, 1, 2}, {3, Raises(), 4}
for operation in (set.union, set.intersection, set.difference, set.symmetric_difference, set.update):
    try:
        print(sorted(operation(a, b)))
    except ValueError as error:
        print(operation.__name__, error, {x for x in a if type(x) is int} >= {0, 1, 2})
