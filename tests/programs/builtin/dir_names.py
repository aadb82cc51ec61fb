"""The names that __dir__ lists, in the order in which namespaces hold them, and dir() in order."""
class B:
    b = 1
    x = 3
class A(B):
    def m(self): pass
    x = 2
a = A(); a.z = 1; a.c = 2
print([n for n in a.__dir__() if not n.startswith('__')])
print([n for n in type.__dir__(A) if not n.startswith('__')])
print([n for n in A.__dir__(a) if not n.startswith('__')])
class E(Exception):
    q = 1
print([n for n in E().__dir__() if not n.startswith('__')])
import sys, types
m = types.ModuleType('m'); m.z = 1; m.a = 2
print([n for n in m.__dir__()]); print(dir(m))
a.__dict__[1] = 2
try: print(dir(a)[:2])
except TypeError as e: print(e)
print([n for n in object.__dir__(a) if n == 1])
class S:
    __slots__ = ('q', 'a')
print([n for n in S().__dir__() if not n.startswith('__')])
m.__dir__ = lambda: ['y', 'x']
print(dir(m), m.__dir__())
def f():
    zz = 1; aa = 2
    return dir()
print(f())
print(a.__dir__()[:12])


class Top: t = 1
class Left(Top): l = 1
class Right(Top): r = 1; t = 2
class Both(Left, Right): b = 1
print([n for n in Both().__dir__() if not n.startswith("__")])


class Odd:
    def __init__(self, names): self.names = names
    def __dir__(self): return self.names
print(dir(Odd(("b", "a", "b"))), dir(Odd(iter([]))))
for names in (None, ["a", 1], 3):
    try:
        print(dir(Odd(names)))
    except TypeError as error:
        print(type(error).__name__, error)
class Claimed:
    __class__ = property(lambda self: Right)
print([n for n in object.__dir__(Claimed()) if not n.startswith("__")])
class Mapped:
    __dict__ = {"q": 1, "p": 2}
print(Mapped().__dict__)
print(Mapped().__dir__()[:2])


class Slotted:
    __slots__ = ()
    __dict__ = 5
print([n for n in Slotted().__dir__() if not n.startswith("__")])
