# Data and non-data descriptors, their order of lookup, and what their methods are given.
class Data:
    def __init__(self, name):
        self.name = name

    def __get__(self, obj, owner=None):
        return f"get {self.name} {type(obj).__name__} {owner.__name__ if owner else None}"

    def __set__(self, obj, value):
        print("set", self.name, value)
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        print("delete", self.name)
        obj.__dict__.pop(self.name, None)


class NonData:
    def __get__(self, obj, owner=None):
        return "nondata" if obj is not None else self

    def __repr__(self):
        return "<NonData>"


class OnlySet:
    def __set__(self, obj, value):
        obj.__dict__["only"] = value * 2


class OnlyDelete:
    def __delete__(self, obj):
        print("only delete")


class C:
    data = Data("data")
    nondata = NonData()
    only = OnlySet()
    deletable = OnlyDelete()
    plain = 1


c = C()
print(c.data, "|", C.data)
c.data = 5
print(c.data, c.__dict__)
del c.data
print(c.__dict__)
print(c.nondata, C.nondata)
c.nondata = "shadowed"
print(c.nondata)
del c.nondata
print(c.nondata)
print(type(c.only).__name__)
c.only = 4
print(c.only)
try:
    del c.only
except AttributeError as e:
    print("AttributeError", e)
try:
    c.deletable = 1
except AttributeError as e:
    print("AttributeError", e)
del c.deletable
C.data = "replaced"
print(c.data)


class Fallback:
    def __get__(self, obj, owner):
        raise AttributeError("from the descriptor")


class WithGetattr:
    x = Fallback()

    def __getattr__(self, name):
        return f"fallback for {name}"


print(WithGetattr().x)
try:
    print(WithGetattr.x)
except AttributeError as e:
    print(e)


class Inherited(C):
    plain = Data("plain")


i = Inherited()
print(i.plain)
i.plain = 3
print(super(Inherited, i).plain)


class NotAMethod:
    def __init__(self):
        self.__get__ = lambda *a: "never called"


class Holder:
    n = NotAMethod()


print(type(Holder().n).__name__)


class Named:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, obj, owner):
        return self if obj is None else obj.__dict__.setdefault(self.name, [])


class Uses:
    a = b = Named()
    c = [Named()]


u = Uses()
u.a.append(1)
print(u.b, u.__dict__, Uses.a is Uses.b)
late = Named()
Uses.late = late
try:
    late.name
except AttributeError as e:
    print(e)


class Meta(type):
    m = Data("meta")
    both = "meta"

    def __getattr__(cls, name):
        return f"{cls.__name__} has no {name}"


class Made(metaclass=Meta):
    both = "class"


print(Made.m, Made.both, Made.missing)
try:
    Made().m
except AttributeError as e:
    print(e)
Made.m = 9
print("m" in Made.__dict__)


class Method:
    def f(self, *a):
        return (type(self).__name__, a)


m = Method()
bound = m.f
print(bound.__self__ is m, bound.__func__ is Method.f, bound == m.f, bound is m.f, hash(bound) == hash(m.f))
print(Method.f.__get__(3, int)(1), Method.__dict__["f"].__get__(None, Method) is Method.f)
print(bound.__name__, bound.__qualname__, bound.__get__(5, int) is bound)
try:
    bound.x = 1
except AttributeError as e:
    print(e)


class Stat:
    @staticmethod
    def s(x):
        return x

    @classmethod
    def k(cls, x):
        return cls.__name__, x

    @property
    def p(self):
        "The doc."
        return 42

    @p.setter
    def p(self, v):
        print("setter", v)

    @p.deleter
    def p(self):
        print("deleter")


s = Stat()
print(s.s(1), Stat.s(2), s.k(3), Stat.k(4), s.p, Stat.p.__doc__, Stat.p.fget(s))
s.p = 5
del s.p
print(Stat.__dict__["s"].__func__(7), Stat.__dict__["k"].__func__(int, 8), Stat.__dict__["s"](9))
read_only = property(lambda self: 1)


class RO:
    r = read_only
    w = property(None, lambda self, v: print("w", v))


ro = RO()
for action in ("ro.r = 1", "del ro.r", "ro.w", "del ro.w", "ro.w = 3"):
    try:
        exec(action)
    except AttributeError as e:
        print(action, "->", e)
p2 = read_only.getter(lambda self: 2).setter(lambda self, v: None)
print(p2.fget(None), p2.fset is not None, p2.fdel, read_only.fset)


class Lazy:
    def __init__(self, f):
        self.f = f
        self.__doc__ = f.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner):
        if obj is None:
            return self
        value = obj.__dict__[self.name] = self.f(obj)
        return value


class Uselazy:
    @Lazy
    def expensive(self):
        "Costs much."
        print("computed")
        return 99


z = Uselazy()
print(z.expensive, z.expensive, Uselazy.expensive.__doc__)
