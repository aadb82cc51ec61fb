# Everything that a class statement calls, in order.
log = []


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        log.append(("prepare", name, [b.__name__ for b in bases], kw))
        return Namespace(name)

    def __new__(mcs, name, bases, ns, **kw):
        log.append(("new", name, sorted(k for k in ns if not k.startswith("__")), kw))
        kw.pop("flag", None)
        return super().__new__(mcs, name, bases, dict(ns), **kw)

    def __init__(cls, name, bases, ns, **kw):
        log.append(("init", name, type(ns).__name__))
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        log.append(("call", cls.__name__, args))
        return super().__call__(*args, **kw)

    def __instancecheck__(cls, obj):
        return obj == "magic" or super().__instancecheck__(obj)

    def __subclasscheck__(cls, sub):
        return sub is int or super().__subclasscheck__(sub)

    def __len__(cls):
        return 7

    def __iter__(cls):
        return iter("abc")

    def __contains__(cls, x):
        return x == 1

    def __getitem__(cls, i):
        return f"{cls.__name__}[{i}]"

    def __add__(cls, other):
        return f"{cls.__name__}+{other}"

    def __repr__(cls):
        return f"<Meta {cls.__name__}>"

    def __bool__(cls):
        return False

    def __eq__(cls, other):
        return other == cls.__name__ or cls is other

    def __hash__(cls):
        return hash(cls.__name__)

    def __dir__(cls):
        return ["listed"]

    @property
    def prop(cls):
        return f"prop of {cls.__name__}"

    def method(cls):
        return f"method of {cls.__name__}"


class Namespace(dict):
    def __init__(self, name):
        self.name = name

    def __setitem__(self, k, v):
        if not k.startswith("__"):
            log.append(("set", k))
        super().__setitem__(k, v)

    def __missing__(self, k):
        if k.startswith("auto_"):
            return k.upper()
        raise KeyError(k)


class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        log.append(("init_subclass", cls.__name__, tag, kw))
        super().__init_subclass__(**kw)


class Thing(Base, metaclass=Meta, tag="t", flag=1):
    x = auto_value
    y = [x for x in range(2)]

    def f(self):
        return __class__


for entry in log:
    print(entry)
log.clear()
t = Thing()
print(log, t.x, t.y, t.f() is Thing)
print(isinstance("magic", Thing), isinstance(5, Thing), issubclass(int, Thing), issubclass(str, Thing))
print(len(Thing), list(Thing), 1 in Thing, 2 in Thing, Thing["k"], Thing + 3, repr(Thing), bool(Thing))
print(Thing == "Thing", {Thing: 1}["Thing"], dir(Thing), Thing.prop, Thing.method())
for expression in ("t.prop", "t.method()", "len(t)", "t['k']", "iter(t)", "t + 1"):
    try:
        print(eval(expression))
    except (AttributeError, TypeError) as e:
        print(expression, "->", e)


class Sub(Thing):
    pass


print(type(Sub).__name__, [e[0] for e in log])


class Other(type):
    pass


def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)


print(attempt(lambda: Meta("X", (Base,), {}, unknown=1)))
print(attempt(lambda: Other("X", (Thing,), {})))
print(attempt(lambda: type("X", (Thing,), {})))


class Derived(Meta):
    pass


class Win(Thing, metaclass=Derived):
    pass


print(type(Win).__name__)


def function_metaclass(name, bases, ns, **kw):
    print("function", name, bases, sorted(ns), kw)
    return name * 2


class F(metaclass=function_metaclass, a=1):
    z = 1


print(F)


class Entries:
    def __mro_entries__(self, bases):
        print("mro_entries", [b if isinstance(b, type) else "instance" for b in bases])
        return (list, Base)


class FromEntries(Entries()):
    pass


print(FromEntries.__bases__, type(FromEntries.__orig_bases__[0]).__name__, FromEntries([1, 2]))


class BadPrepare(type):
    @classmethod
    def __prepare__(mcs, *a):
        return 5


try:

    class X(metaclass=BadPrepare):
        pass

except TypeError as e:
    print(e)


class NotAClass(type):
    def __new__(mcs, name, bases, ns):
        return 42


class Answer(metaclass=NotAClass):
    def f(self):
        return __class__


print(Answer)


class Drops(type):
    def __new__(mcs, name, bases, ns):
        ns.pop("__classcell__", None)
        return super().__new__(mcs, name, bases, ns)


try:

    class Y(metaclass=Drops):
        def f(self):
            return __class__

except RuntimeError as e:
    print(type(e).__name__, str(e).split(" propagated")[0])


class Mro(type):
    def mro(cls):
        return [cls, object]


class M(metaclass=Mro):
    pass


class N(M, metaclass=Mro):
    pass


print([c.__name__ for c in N.__mro__], N.__bases__[0].__name__)
print(type.__call__(int, "5"), type(3), type("Dyn", (int,), {"k": 3})(4).k)
for arguments in ((), (1, 2), ("a", (), {}, 1), (1, (), {}), ("a", [], {}), ("a", (), []), ("a\0b", (), {}), ("a", (1,), {}), ("a", (bool,), {}), ("a", (int, str), {}), ("a", (object, int), {})):
    print(attempt(lambda: type(*arguments)))
