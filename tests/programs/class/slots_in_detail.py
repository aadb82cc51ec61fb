# __slots__: layout, conflicts, inheritance, descriptors.
def attempt(label, f):
    try:
        print(label, "->", f())
    except Exception as e:
        print(label, "->", type(e).__name__, e)


class A:
    __slots__ = ("x", "y")


class B(A):
    __slots__ = ("z",)


class C(B):
    pass


class D(A):
    __slots__ = ("__dict__",)


class E(A):
    __slots__ = "single"


class W:
    __slots__ = ["a", "__weakref__"]


class Private:
    __slots__ = ("__hidden", "_one")

    def __init__(self):
        self.__hidden = 1


a = A()
attempt("unset", lambda: a.x)
a.x = 1
print(a.x, hasattr(a, "y"), A.x.__name__, type(A.x).__name__, repr(A.x))
attempt("no dict", lambda: a.__dict__)
attempt("new attribute", lambda: setattr(a, "q", 1))
attempt("delete unset", lambda: delattr(a, "y"))
del a.x
attempt("deleted", lambda: a.x)
b = B()
b.x, b.y, b.z = 1, 2, 3
print(b.x, b.y, b.z, B.__slots__, A.x.__get__(b))
attempt("b.q", lambda: setattr(b, "q", 1))
c = C()
c.x = 1
c.q = 2
print(c.__dict__, c.x)
d = D()
d.free = 1
d.x = 2
print(d.__dict__, d.x)
e = E()
e.single = 5
print(e.single, E.__slots__)
print(sorted(n for n in dir(Private) if "hidden" in n or n == "_one"))
attempt("A.x on int", lambda: A.x.__get__(5))
attempt("A.x set on int", lambda: A.x.__set__(5, 1))
attempt("class variable conflict", lambda: type("T", (), {"__slots__": ("v",), "v": 1}))
attempt("bad name", lambda: type("T", (), {"__slots__": ("1a",)}))
attempt("not a string", lambda: type("T", (), {"__slots__": (1,)}))
attempt("dict twice", lambda: type("T", (C,), {"__slots__": ("__dict__",)}))
attempt("nonempty on int", lambda: type("T", (int,), {"__slots__": ("v",)}))
attempt("empty on int", lambda: type("T", (int,), {"__slots__": ()})(5) + 1)
attempt("nonempty on tuple", lambda: type("T", (tuple,), {"__slots__": ("v",)}))
attempt("on list", lambda: type("T", (list,), {"__slots__": ("v",)})([1]))
attempt("two bases", lambda: type("T", (A, W), {}))
attempt("one empty", lambda: type("T", (A, type("Empty", (), {"__slots__": ()})), {"__slots__": ()})().x)
attempt("class assignment", lambda: setattr(a, "__class__", E))


class Same1:
    __slots__ = ("p", "q")


class Same2:
    __slots__ = ("p", "q")


s = Same1()
s.p = 4
s.__class__ = Same2
print(type(s).__name__, s.p)


class Iterated:
    __slots__ = {"doc1": "first", "doc2": "second"}


print(Iterated.doc1.__doc__, Iterated.__slots__)
i = Iterated()
i.doc1 = [i]
print(i.doc1[0] is i)


class Default:
    __slots__ = ("v",)

    def __getattr__(self, name):
        return f"default {name}"


dd = Default()
print(dd.v, dd.other)
dd.v = 3
print(dd.v)


class Shadow(A):
    x = "class attribute"
    __slots__ = ()


sh = Shadow()
attempt("shadow", lambda: sh.x)
attempt("shadow set", lambda: setattr(sh, "x", 1))
A.x.__set__(sh, 10)
print(sh.x, A.x.__get__(sh))


class Again(A):
    __slots__ = ("x",)


ag = Again()
ag.x = 1
attempt("outer x", lambda: A.x.__get__(ag))
A.y.__set__(ag, 2)
print(ag.x, ag.y)


class Copy:
    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a = a
        self.b = b

    def __eq__(self, other):
        return all(getattr(self, n) == getattr(other, n) for n in self.__slots__)

    def __repr__(self):
        return f"Copy({self.a}, {self.b})"


