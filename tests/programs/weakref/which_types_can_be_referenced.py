import sys
import types
import weakref


def f():
    yield


class C:
    def m(self):
        pass


c = C()
things = [
    f, len, [].append, c.m, C, f(), sys, {1}, frozenset((1,)), f.__code__, list[int], int | str, types.SimpleNamespace(),
    property(), range(3), slice(1), Exception(), int.__add__, list.append, staticmethod(f), classmethod(f), C.__dict__,
    object(), 1, 1.5, "a", b"", (), [], {}, None, iter([]), weakref.ref(c), super(C, c), enumerate([]), zip(), map(f, []),
    {}.keys(), (x for x in []), NotImplemented, Ellipsis, dict.fromkeys, reversed([]), 10**40,
]
for thing in things:
    try:
        weakref.ref(thing)
        print("yes", type(thing).__name__)
    except TypeError as e:
        print("no ", e)


class T(tuple): pass
class I(int): pass
class S(str): pass
class L(list): pass
class E(Exception): pass
class B(bytes): pass
class F(float): pass
class Fz(frozenset): pass
class M(type): pass
class D(dict): pass
class Sl: __slots__ = ()
class Sw: __slots__ = ("__weakref__",)
class Sd: __slots__ = ("__dict__",)
class Sub(Sl): pass


for x in [T(), I(), S(), L(), E(), B(), F(), Fz(), M("X", (), {}), D(), Sl(), Sw(), Sd(), Sub()]:
    name = type(x).__name__
    try:
        weakref.ref(x)
        print(name, "ok", "__weakref__" in type(x).__dict__)
    except TypeError as e:
        print(name, e, "__weakref__" in type(x).__dict__)


def attempt(source):
    try:
        exec(source)
        print(source, "-> fine")
    except Exception as e:
        print(source, "->", type(e).__name__, e)


attempt("class A(Sw): __slots__ = ('__weakref__',)")
attempt("class A(tuple): __slots__ = ('__weakref__',)")
attempt("class A(int): __slots__ = ('__weakref__',)")
attempt("class A: __slots__ = ('__weakref__', '__weakref__')")
attempt("class A(Sub): __slots__ = ('__weakref__',)")
x = Sw()
print(x.__weakref__)
r = weakref.ref(x)
print(x.__weakref__ is r)
attempt("x.__weakref__ = 1")
attempt("x.y = 1")
