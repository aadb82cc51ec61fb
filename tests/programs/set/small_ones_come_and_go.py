"""Small sets and dicts: what dies with them, what is made in one go, and what comes out when keys are odd."""
import gc
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


class Key:
    def __init__(self, n, hash=1):
        self.n, self.own = n, hash

    def __hash__(self):
        return self.own

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n


# The last reference lies in a small container.
{Noisy("key of a set")}
{"a": Noisy("value of a dict")}
{Noisy("key of a dict"): 1}
kept = Noisy("kept")
{kept}
{1: kept, 2: kept}
{kept: kept}
del kept
shared = Noisy("twice in a dict")
small = {1: shared, 2: shared}
del shared
print("and now")
del small
shared = Noisy("twice in a set")
shared.own = Key(1)
small = {shared.own}
small.copy()
shared.own.own = 2
small.add(shared.own)
print(len(small))
key = shared.own
del shared
seen = weakref.ref(key, lambda _: print("the key has gone"))
del key
print(seen() is not None)
del small
print(seen() is None)

# Sets die with callbacks too.
small = {1, 2}
seen = weakref.ref(small, lambda _: print("the set has gone"))
del small
print(seen())
small = frozenset("ab")
seen = weakref.ref(small, lambda _: print("the frozenset has gone"))
del small
print(seen())

# Cycles through small containers.
ring = {}
ring["self"] = ring
key = Key(5)
key.set = {key}
del ring, key
print(gc.collect() > 0)

# Displays: int and string keys, equal hashes, equal keys.
print({1: "a", 2: "b"}, {-1: "a", -2: "b"}, {1: "a", 1: "b"}, {"x": 1, 2: 3}, {2: 3, "x": 1}, {1: 1, True: 2, 1.0: 3})
print({0: 0, 8: 8, 16: 16, 24: 24, 32: 32, 40: 40, 48: 48})
print({-1: 0, 7: 1, (1, 2): 3}, {2**70: 1, 5: 2})
small = {1: "a", 2: "b"}
small["c"] = 3
print(small, small.get("1"), small["c"], 1 in small, "a" in small)
small = {"a": 1}
small.clear()
small.update(b=2, c=3)
print(small, dict(small, d=4), dict(**small), dict(b=1))
small.pop("b"), small.pop("c")
small.update(x=1, y=2, z=3, u=4, v=5, w=6)
print(small)
small.clear()
small.update({1: 2, 3: 4})
print(small, small | {5: 6}, {**small, 7: 8}, small)
for name in small:
    break
gone = dict(small)
del gone[1]
print(dict(gone), gone.copy(), gone | {1: 1})

# Sets from lists and tuples of any keys.
odd = [1, "one", Key(1), Key(1), (1, 2), 1.0, True, 2**70, None, "one", Key(2), 3, b"x", frozenset((1,))]
print(len(set(odd)), len(set(tuple(odd))), len({*odd}), len(set(odd * 3)))
print(sorted(set([5, 3, 9, 3, -1, -2, 40, 8, 16, 24, 32, 0])), set([8, 16, 0, 24]), set((8, 0, 16, 24, 32, 40)))


class Growing(Key):
    __hash__ = Key.__hash__

    def __eq__(self, other):
        if len(source) < 8:
            source.append(len(source))
        return super().__eq__(other)


source = [Growing(1), Growing(2), Growing(1), 4]
made = set(source)
print(len(made), len(source))


class Clearing(Key):
    __hash__ = Key.__hash__

    def __eq__(self, other):
        target.clear()
        return False


target = {Clearing(1)}
target.update([7, Clearing(2), 8, 9])
print(len(target), 7 in target, 8 in target)
try:
    target.update([10, [], 11])
except TypeError as error:
    print(error, 10 in target, 11 in target)

# The algebra of a set with itself, and of sets whose keys are odd.
a = {1, 2, Key(1), Key(2), "x"}
b = {2, 3, Key(2), Key(3), "x"}
print(len(a & b), len(a | b), len(a - b), len(a ^ b), a <= b, a & b <= a, a <= a, (a & b) < b)
print(len(a & a), len(a | a), len(a - a), len(a ^ a), a == set(a), a.isdisjoint(b))
a |= a
a &= a
print(len(a))
a ^= b
print(len(a))
a ^= a
print(a, a.pop if a else None)
c = {8, 16}
c.update({24, 0}), c.update({32, 40, 48, 56})
print(c, c.copy(), frozenset(c), c & {0, 8, 99}, c ^ {0, 1})
c.remove(16)
print(c.copy(), set(c), c | {16})
