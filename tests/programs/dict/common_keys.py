# `&` of views of keys: the order of the shorter one, the longer one's dict asked about each; comparisons written in
# Python are made for keys of one hash, and see changes of the dicts.


class Key:
    def __init__(self, name, number):
        self.name, self.number = name, number

    def __hash__(self):
        return self.number % 4

    def __eq__(self, other):
        log.append((self.name, getattr(other, "name", other)))
        return isinstance(other, Key) and self.number == other.number

    def __repr__(self):
        return self.name


log = []
for a, b in (
    (range(10), range(5, 30)),
    (range(30, -1, -3), range(0, 60, 2)),
    ("abc", "cdeba"),
    ([(1, 2), (3, "x")], [(3, "x"), (1, 2), ()]),
    ([1, True, 1.0, None, 2.5, "s", b"s"], [1.0, None, "s", False, 2.5, b"s"]),
    ([], [1]),
):
    a, b = dict.fromkeys(a), dict.fromkeys(b)
    print(sorted(map(repr, a.keys() & b.keys())), a.keys() & b.keys() == b.keys() & a.keys() == set(a) & set(b))
    both = a.keys() & b.keys()
    assert type(both) is set and both == {key for key in a if key in b}

big = {i * 7919: i for i in range(5000)}
small = dict.fromkeys(range(0, 40_000_000, 7919 * 3))
print(len(big.keys() & small.keys()), sum(big.keys() & small.keys()), len(big.keys() & big.keys()))

one = dict.fromkeys([Key("a", 1), Key("b", 2), Key("c", 5)])
two = dict.fromkeys([Key("x", 5), Key("y", 3), Key("z", 1), Key("w", 9)])
log.clear()
print(one.keys() & two.keys(), log)


class Grower(Key):
    def __eq__(self, other):
        target["new", len(target)] = 1
        return True

    __hash__ = Key.__hash__


target = {Grower("g", 1): 1, 2: 2}
try:
    print(target.keys() & {Key("h", 1): 1, 3: 3, 4: 4}.keys())
except RuntimeError as error:
    print(error)


class Names(dict):
    def __iter__(self):
        raise TypeError("not asked")

    keys = dict.keys
    __contains__ = None


print(sorted(Names(a=1, b=2).keys() & {"b": 1, "c": 2, "a": 3}.keys()))

# Displays of sets: hashes and comparisons in the order of the items.
log.clear()
items = [Key(name, number) for name, number in (("k", 1), ("l", 5), ("m", 1), ("n", 9))]
k, l, m, n = items
print(sorted(map(repr, {1, k, "s", l, m, n, 2.5, 1})), log)
try:
    {1, "x", [], k}
except TypeError as error:
    print(error)

# Backwards: every item once, and no reference too many.
import sys

token = object()
many = [token, 1, "a", 2.5, None] * 7
before = sys.getrefcount(token)
back = many[::-1]
print(back == list(reversed(many)), sys.getrefcount(token) - before, back[:3], many[2:0:-1], many[:-4:-1])
del back
print(sys.getrefcount(token) - before, [][::-1], [1][::-1])
