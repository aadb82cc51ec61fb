import abc
import collections
import collections.abc as cabc
import copy
import pickle
from collections import ChainMap, Counter, UserDict, UserList, UserString, namedtuple


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p._fields, p._asdict(), p._replace(x=5), P._make([3, 4]), P.__doc__, P.x.__doc__, P.__module__, p == (1, 2), hash(p) == hash((1, 2)))
print(P.__new__.__doc__, P._field_defaults, P.__match_args__, P.__slots__, P.__mro__, p.__getnewargs__(), P._make.__doc__, P.__name__, P.__qualname__)
attempt(P, 1)
attempt(P, 1, 2, 3)
attempt(P, 1, z=2)
attempt(p._replace, z=1)
attempt(P._make, [1])
attempt(lambda: setattr(p, "x", 1))
Q = namedtuple("Q", ["a", "b", "c"], defaults=[1, 2], module="m")
print(Q(0), Q._field_defaults, Q.__module__, copy.replace(Q(0), a=9))
print(namedtuple("R", "def a a _b 1", rename=True)._fields, namedtuple("E", "")(), namedtuple("One", "x")(1))
for bad in ["1", "def", "_a", "a a", "a-b"]:
    attempt(namedtuple, "X", bad)
attempt(namedtuple, "class", "a")
attempt(namedtuple, "X", "a", defaults=[1, 2])

c = Counter("abracadabra")
print(c, c["z"], c.most_common(2), c.most_common(1), sorted(c.elements()), c.total(), Counter(), Counter(a=2, b=-1))
print(c + Counter(a=1), c - Counter(a=9), c & Counter(a=1, b=9), c | Counter(z=3), +Counter(a=-1, b=2), -Counter(a=-1, b=2))
c.update("aaa")
c.subtract({"b": 5})
print(c, c == Counter(c), c != 1, Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), Counter(a=0) == Counter(), Counter(a=2) > Counter(a=1), c.copy())
c -= Counter(a=1)
print(c)
c += Counter(q=1)
c &= Counter(a=5, q=4)
c |= Counter(w=1)
print(c, repr(Counter({1: "x", 2: 3})))
del c["nothing"]
attempt(Counter.fromkeys, "ab")
attempt(lambda: Counter(1))
print(Counter(Counter(a=2)), Counter([("a", 1)]), Counter({"a": 1}, b=2))

m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m, m["b"], list(m), len(m), "b" in m, m.get("q"), m.parents, m.new_child(c=4), dict(m), m | {"z": 1}, {"y": 1} | m, bool(ChainMap()))
attempt(lambda: m["q"])
attempt(m.pop, "b")
attempt(lambda: m.__delitem__("b"))
attempt(ChainMap().popitem)
r = ChainMap({})
r["self"] = r
print(r)

u = UserDict({"a": 1}, b=2)
print(u, u | {"c": 3}, {"z": 0} | u, u.copy(), copy.copy(u), "a" in u, u.get("x", 5), UserDict.fromkeys("ab"), u == {"a": 1, "b": 2})
class Missing(UserDict):
    def __missing__(self, key):
        return key * 2
print(Missing()["x"])
attempt(lambda: u["nope"])
l = UserList([3, 1, 2])
l.sort()
print(l, l + [4], [0] + l, l * 2, l[1:], l == [1, 2, 3], l < [2], type(l[1:]), l.index(2), l.count(1), copy.copy(l))
s = UserString("Hello")
print(s, s.upper(), s + "!", "x" + s, s[1], s * 2, s.find("l"), s == "Hello", s.isalpha(), s.split("l"), s % (), "H" in s, s.center(9, "*"), repr(s), hash(s) == hash("Hello"), s.replace("l", "L"), type(s.lower()))

for value in [1, "a", b"", (), [], {}, set(), frozenset(), range(2), iter([]), (x for x in ()), len, {}.keys(), {}.values(), {}.items(), None, object(), type, reversed([]), zip()]:
    print(type(value).__name__, [name for name in cabc.__all__ if name != "ByteString" and isinstance(value, getattr(cabc, name))])


class Seq(cabc.Sequence):
    def __init__(self, *items):
        self.items = items
    def __getitem__(self, index):
        return self.items[index]
    def __len__(self):
        return len(self.items)
print(list(Seq(1, 2, 3)), 2 in Seq(1, 2), list(reversed(Seq(1, 2))), Seq(1, 2, 1).index(1, 1), Seq(1, 1).count(1))
attempt(Seq(1).index, 5)
attempt(cabc.Sequence)
attempt(cabc.MutableMapping)
class Mut(cabc.MutableSequence):
    def __init__(self): self.l = []
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)
x = Mut()
x.append(1); x.extend([2, 3]); x += [4]; x.reverse(); x.remove(2)
print(x.l, x.pop(), x.l, x.index(3))
x.clear()
print(x.l)
class S(cabc.MutableSet):
    def __init__(self, it=()): self.s = list(dict.fromkeys(it))
    def __contains__(self, v): return v in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self, v):
        if v not in self.s: self.s.append(v)
    def discard(self, v):
        if v in self.s: self.s.remove(v)
    def __repr__(self): return f"S({self.s})"
a, b = S([1, 2, 3]), S([3, 4])
print(a | b, a & b, a - b, a ^ b, a <= b, a < S([1, 2, 3, 4]), a == S([3, 2, 1]), a.isdisjoint([9]), {9} | a, a >= {1}, a._hash() == hash(frozenset([1, 2, 3])))
a |= [7]; a &= S([1, 7]); a ^= [1, 8]; a -= [8]
print(a, a.pop(), a)
attempt(a.remove, 5)
attempt(a.pop)
class M(cabc.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def __repr__(self): return f"M({self.d})"
y = M()
y.update({"a": 1}, b=2); y.update([("c", 3)]); y.setdefault("d", 4)
print(y, y.keys(), y.items(), y.values(), y.pop("a"), y.popitem(), y.get("zz"), ("c", 3) in y.items(), 3 in y.values(), y == {"c": 3, "d": 4}, y.pop("q", 1), y.keys() & {"c"}, y.keys() | ["e"], len(y.items()))
attempt(y.pop, "q")
y.clear()
print(y, isinstance(y, cabc.Mapping), issubclass(M, cabc.Collection))
print(cabc.Callable[[int, str], bool], cabc.Callable[..., int], cabc.Callable[[], None], cabc.Iterable[int], cabc.Mapping[str, int], cabc.Callable[[int], str].__args__)
attempt(lambda: cabc.Callable[int])
attempt(lambda: cabc.Callable[int, str])


class A(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @property
    @abc.abstractmethod
    def g(self): ...
    @classmethod
    @abc.abstractmethod
    def h(cls): ...
attempt(A)
class B(A):
    def f(self): return 1
attempt(B)
class C(B):
    g = 1
    h = 2
attempt(lambda: C().f())
print(A.__abstractmethods__ == {"f", "g", "h"}, B.__abstractmethods__ == {"g", "h"}, C.__abstractmethods__)
before = abc.get_cache_token()
print(isinstance(3, A), issubclass(int, A))
print(A.register(int), isinstance(3, A), issubclass(bool, A), abc.get_cache_token() != before)
attempt(A.register, 1)
attempt(C.register, A)
class Hooked(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "quack") or NotImplemented
class Duck:
    quack = 1
print(isinstance(Duck(), Hooked), isinstance(1, Hooked))
attempt(lambda: issubclass(1, A))
class D:
    pass
D.__abstractmethods__ = frozenset()
