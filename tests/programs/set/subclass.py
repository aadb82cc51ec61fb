class S(set):
    pass


class F(frozenset):
    pass


a, b = S([1, 2]), S([2, 3])
print(a, S(), F([1]), F())
for r in (a | b, a & b, a - b, a ^ b, a.copy(), a.union(b), a.intersection(b), a.difference(b)):
    print(type(r).__name__, sorted(r), end="; ")
print()
a |= b
print(type(a).__name__, sorted(a))
a.label = "x"
print(a.__reduce__()[0].__name__, a.__reduce__()[2], sorted(a.__reduce__()[1][0]))
f = F([1, 2])
print(type(f | {3}).__name__, hash(f) == hash(frozenset([1, 2])), f == {1, 2}, type(f.copy()).__name__)
e = frozenset([1])
print(e.copy() is e, frozenset(e) is e, frozenset(f) is f, set(e) == e)


class Counting(set):
    def add(self, x):
        print("add", x)
        super().add(x)


c = Counting([1, 2])
c.add(3)
c.update([4])
print(sorted(c))


class Init(set):
    def __init__(self, *items):
        super().__init__(items)


print(sorted(Init(3, 1, 2)))
r = set()


class Loop:
    def __hash__(self):
        return 1

    def __repr__(self):
        return repr(r)


r.add(Loop())
print(r)
