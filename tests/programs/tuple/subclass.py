class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]

    @property
    def y(self):
        return self[1]

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


p = Point(1, 2)
print(p, p.x, p.y, p == (1, 2), hash(p) == hash((1, 2)), len(p), isinstance(p, tuple))
print(type(p[:]), type(p + (3,)), type(p * 1), type(p * 2))
print({p: "found"}[1, 2], {(1, 2): "too"}[p])
p.label = "named"
print(p.label, p.__dict__)
a, b = p
print(a, b, tuple(p), type(tuple(p)), tuple(p) is p)


class Empty(tuple):
    pass


class One(tuple):
    __slots__ = ()


print(Empty(), Empty([1]), One("a"), One("ab"), Empty(range(100))[99], Empty() == ())
try:
    One("a").x = 1
except AttributeError as e:
    print(e)


class K(tuple):
    def __new__(cls, *args, **kw):
        return super().__new__(cls, args)

    def __init__(self, *args, **kw):
        self.kw = kw


k = K(1, 2, z=3)
print(k, k.kw)
big = Empty(range(1000))
big.attr = 5
print(sum(big), big.attr, big[500:503])
