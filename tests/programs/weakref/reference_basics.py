import weakref


class C:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return self.name == other.name

    def __hash__(self):
        return hash(self.name)


def attempt(source):
    try:
        print(source, "->", eval(source))
    except Exception as e:
        print(source, "->", type(e).__name__, e)


c = C("x")
r = weakref.ref(c)
print(r() is c, r is weakref.ref(c), r is weakref.ref(c, None), r.__callback__)
same, twin = weakref.ref(c, lambda r: print('callback')), weakref.ref(C("x"))
print(r == same, r != same, r == twin, twin())
d = C("x")
print(r == weakref.ref(d), hash(r) == hash(d), weakref.ref(d) in {r: 1})
for source in [
    "weakref.ref()", "weakref.ref(c, None, 3)", "weakref.ref(c, callback=1)", "weakref.ref(1)", "r(1)", "r(a=1)", "r < r",
    "r.x", "weakref.getweakrefcount(1)", "weakref.getweakrefs(1)", "weakref.ref.__name__",
    "weakref.ref", "weakref.ref.__mro__", "weakref.ref[int]", "weakref.ref is weakref.ReferenceType",
    "r.__class__", "weakref.getweakrefcount(c)",
]:
    attempt(source)
hash(r)
h = hash(c)
unhashed = weakref.ref(C("y"), lambda r: None)
del c
print(r(), hash(r) == h, r == same, r == r, r != same)
attempt("hash(unhashed)")


class Sub(weakref.ref):
    def __init__(self, target, callback=None, **more):
        super().__init__(target, callback)
        self.more = more


s = Sub(d, None, key=1)
print(s().name, s.more, s is Sub(d), weakref.getweakrefcount(d))
print(repr(s).startswith("<weakref at 0x"), repr(r).endswith("; dead>"), "to 'C' at" in repr(s))
print(repr(weakref.ref(attempt)).endswith("(attempt)>"))
