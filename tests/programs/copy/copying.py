import copy
from collections import Counter, OrderedDict, defaultdict, deque


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


a = [1, [2, 3], {"k": (4, [5])}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append("new")
a[2]["k"][1].append("deep")
print(a, b, c, b[1] is a[1], c[1] is a[1])
loop = [1]
loop.append(loop)
d = copy.deepcopy(loop)
print(d[1] is d, d[0], d is loop)
shared = [0]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], copy.deepcopy((1, "a")) == (1, "a"))
t = (1, [2])
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy(t)[1] is t[1], copy.copy("s"), copy.deepcopy(None), copy.copy(len) is len, copy.deepcopy(5.5))
print(copy.deepcopy({1, 2}), copy.copy(frozenset([1])), copy.deepcopy(range(3)), copy.copy(slice(1, 2)), copy.deepcopy(b"x"), copy.deepcopy(int) is int)
print(copy.copy(deque([1, 2], 5)), copy.deepcopy(defaultdict(list, a=[1])), copy.copy(OrderedDict(a=1)), copy.deepcopy(Counter("aab")))


class Box:
    def __init__(self, *items):
        self.items = list(items)

    def __eq__(self, other):
        return self.items == other.items

    def __repr__(self):
        return f"Box{self.items}"


x = Box(1, [2])
y, z = copy.copy(x), copy.deepcopy(x)
x.items[1].append(3)
print(x, y, z, y.items is x.items, z.items is x.items, type(z).__name__)
x.me = x
w = copy.deepcopy(x)
print(w.me is w, w)


class Slotted:
    __slots__ = ("a", "b")


s = Slotted()
s.a = [1]
print(copy.copy(s).a is s.a, copy.deepcopy(s).a, hasattr(copy.copy(s), "b"))


class Custom:
    def __init__(self, n):
        self.n = n

    def __copy__(self):
        return Custom(self.n + 1)

    def __deepcopy__(self, memo):
        return Custom(self.n + 100)


print(copy.copy(Custom(1)).n, copy.deepcopy([Custom(1)])[0].n)


class State:
    def __init__(self):
        self.data, self.cache = [1], "big"

    def __getstate__(self):
        return {"data": self.data}

    def __setstate__(self, state):
        self.__dict__.update(state, cache="rebuilt")


print(copy.deepcopy(State()).__dict__)


class NewArgs(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


print(copy.copy(NewArgs(1, 2)), copy.deepcopy(NewArgs([1], 2)))


class L(list):
    pass


l = L([1, [2]])
l.extra = {"k": 1}
m = copy.deepcopy(l)
print(m, m.extra, type(m).__name__, m[1] is l[1], copy.copy(l).extra is l.extra)


class D(dict):
    pass


e = D(a=[1])
e.note = 1
print(copy.copy(e), copy.deepcopy(e).note, type(copy.copy(e)).__name__)


class Reduced:
    def __init__(self, v):
        self.v = v

    def __reduce__(self):
        return Reduced, (self.v * 2,)


print(copy.copy(Reduced(4)).v, object().__reduce_ex__(2)[1] == (object,), Box(1).__reduce_ex__(4)[2], s.__getstate__(), Box().__getstate__())
show(lambda: copy.copy(x for x in []))
show(lambda: copy.replace(5, a=1))
from collections import namedtuple

P = namedtuple("P", "x y")
print(copy.replace(P(1, 2), y=5), copy.deepcopy(P([1], 2)), copy.copy(P(1, 2)))
print(copy.copy(ValueError("a", 1)).args, copy.deepcopy(KeyError([1])).args)
