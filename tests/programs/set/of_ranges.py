"""Sets filled from ranges: the order of their keys, keys that are there already, keys with an equality of their own."""
s = set(range(10))
s.update(range(5, 200, 7), range(20, -20, -3), range(0))
print(s, len(s))
s.update(range(2**61 - 3, 2**61 + 3), range(-(2**61) - 2, -(2**61) + 2))
print(len(s), max(s), min(s))
print(set(range(-1, -5, -1)), frozenset(range(3)), set(range(2**62, 2**62 + 2)))
f = {1.0, 2.5, True, False}
f.update(range(4))
print(f, [type(x).__name__ for x in sorted(f)])


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        if isinstance(other, int):
            asked.append(other)
            return other == self.n
        return NotImplemented


asked = []
k = {Key(3), Key(5), Key(-1)}
k.update(range(-3, 8))
print(len(k), sorted(asked), sorted(x for x in k if isinstance(x, int)))


class Grumpy(Key):
    __hash__ = Key.__hash__

    def __eq__(self, other):
        raise ValueError("not me")


g = {Grumpy(4)}
try:
    g.update(range(10))
except ValueError as error:
    print(error, len(g))
big = set(range(100_000))
big |= set(range(50_000, 150_000))
print(len(big), sum(big), big.issuperset(range(150_000)), set(range(70000)) - set(range(3, 70000)))
