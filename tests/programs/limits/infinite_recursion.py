# runs: plain leaks; a thousand levels a hundred times
# Every way for a program to recurse without end.
import sys


def attempt(name, action):
    try:
        action()
    except RecursionError as error:
        print(name, "RecursionError", str(error).split(" while")[0].split(" in ")[0])
    except Exception as error:
        print(name, type(error).__name__, error)
    else:
        print(name, "no error")


def plain():
    return plain()


def mutual_a(n):
    return mutual_b(n + 1)


def mutual_b(n):
    return mutual_a(n + 1)


attempt("plain", plain)
attempt("mutual", lambda: mutual_a(0))


class Repr:
    def __repr__(self):
        return repr(self)


class Str:
    def __str__(self):
        return str(self)


class Eq:
    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return 1


class Lt:
    def __lt__(self, other):
        return self < other


class Hash:
    def __hash__(self):
        return hash(self)


class GetAttr:
    def __getattr__(self, name):
        return self.missing


class GetAttribute:
    def __getattribute__(self, name):
        return self.anything


class SetAttr:
    def __setattr__(self, name, value):
        self.x = value


class DelAttr:
    def __delattr__(self, name):
        del self.x


class Prop:
    @property
    def p(self):
        return self.p

    @p.setter
    def p(self, value):
        self.p = value


class Descriptor:
    def __get__(self, obj, owner):
        return obj.d

    def __set__(self, obj, value):
        obj.d = value


class Described:
    d = Descriptor()


class Meta(type):
    def __call__(cls):
        return cls()


class Made(metaclass=Meta):
    pass


class New:
    def __new__(cls):
        return cls()


class Init:
    def __init__(self):
        Init()


class Call:
    def __call__(self):
        return self()


class Iter:
    def __iter__(self):
        return iter(self)


class Next:
    def __iter__(self):
        return self

    def __next__(self):
        return next(self)


class Getitem:
    def __getitem__(self, i):
        return self[i]

    def __setitem__(self, i, v):
        self[i] = v

    def __delitem__(self, i):
        del self[i]


class Contains:
    def __contains__(self, x):
        return x in self


class Len:
    def __len__(self):
        return len(self)


class Bool:
    def __bool__(self):
        return bool(self)


class BoolNot:
    def __bool__(self):
        return not self


class Index:
    def __index__(self):
        return [1, 2][self]


class Int:
    def __int__(self):
        return int(self)


class Float:
    def __float__(self):
        return float(self)


class Add:
    def __add__(self, other):
        return self + other

    def __radd__(self, other):
        return other + self

    def __iadd__(self, other):
        self += other
        return self

    def __neg__(self):
        return -self

    def __matmul__(self, other):
        return self @ other

    def __pow__(self, other):
        return self**other

    def __lshift__(self, other):
        return self << other


class Format:
    def __format__(self, spec):
        return f"{self:{spec}}"


class Enter:
    def __enter__(self):
        with self:
            pass

    def __exit__(self, *args):
        pass


class Exit:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        with self:
            pass


class InstanceCheck(type):
    def __instancecheck__(cls, obj):
        return isinstance(obj, cls)

    def __subclasscheck__(cls, other):
        return issubclass(other, cls)


class Checked(metaclass=InstanceCheck):
    pass


class ClassGetitem:
    def __class_getitem__(cls, item):
        return cls[item]


class Missing(dict):
    def __missing__(self, key):
        return self[key]


class Reversed:
    def __reversed__(self):
        return reversed(self)


class Dir:
    def __dir__(self):
        return dir(self)


class Bytes:
    def __bytes__(self):
        return bytes(self)


class Round:
    def __round__(self, n=None):
        return round(self, n)


class Abs:
    def __abs__(self):
        return abs(self)


class Divmod:
    def __divmod__(self, other):
        return divmod(self, other)


class LengthHint:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration

    def __length_hint__(self):
        return len(list(self))


class Subclass:
    def __init_subclass__(cls):
        class Again(cls):
            pass


class SetName:
    def __set_name__(self, owner, name):
        type("X", (), {"a": self})


def meta_getattr():
    class M(type):
        def __getattr__(cls, name):
            return cls.nothing

    class C(metaclass=M):
        pass

    return C.x


def generator():
    yield from generator()


def generator_list():
    return list(generator_list_inner())


def generator_list_inner():
    for x in generator_list_inner():
        yield x


def decorator(f):
    return decorator(decorator)(f)


def sort_key(x):
    return sorted([x], key=sort_key)


def map_self(x):
    return list(map(map_self, [x]))


def filter_self(x):
    return list(filter(filter_self, [x]))


def max_self(x):
    return max([x, x], key=max_self)


def min_self(x):
    return min([x, x], key=min_self)


def star_args(*args):
    return star_args(*args)


def keywords(**kw):
    return keywords(**kw)


def evaluate():
    return eval("evaluate()")


def execute():
    exec("execute()")


def import_self():
    return __import__("sys") and import_self()


def comprehension(n):
    return [comprehension(x) for x in [n]]


def generator_expression(n):
    return list(generator_expression(x) for x in [n])


def match_self(x):
    match x:
        case 1 if match_self(x):
            pass


def handler():
    try:
        raise ValueError
    except ValueError:
        handler()


def final():
    try:
        pass
    finally:
        final()


def getattr_self():
    return getattr(GetAttr(), "x")


def setdefault():
    return {}.setdefault(1, setdefault())


def sum_self():
    return sum(x for x in [sum_self()])


def any_self():
    return any(any_self() for _ in [1])


def type_self():
    return type("T", (), {"__init_subclass__": lambda c: None}) and type_self()


def join_self():
    return "".join(join_self() for _ in [1])


def lambda_self():
    f = lambda: f()
    return f()


def zip_self():
    return list(zip(zip_self()))


def delegated():
    class D:
        def __getattr__(self, name):
            return getattr(self, name + "x")

    return D().a


def method():
    class D:
        def m(self):
            return self.m()

    return D().m()


def classmethod_self():
    class D:
        @classmethod
        def m(cls):
            return cls.m()

        @staticmethod
        def s():
            return D.s()

    try:
        D.m()
    except RecursionError:
        return D.s()


def super_self():
    class A:
        def f(self):
            return self.f()

    class B(A):
        def f(self):
            return super().f()

    return B().f()


attempt("repr", lambda: repr(Repr()))
attempt("repr in list", lambda: repr([Repr()]))
attempt("repr in dict", lambda: str({1: Repr()}))
attempt("str", lambda: str(Str()))
attempt("format str", lambda: f"{Str()}")
attempt("percent", lambda: "%s" % Str())
attempt("eq", lambda: Eq() == Eq())
attempt("eq in list", lambda: [Eq()] == [Eq()])
attempt("in", lambda: Eq() in [Eq()])
attempt("dict key eq", lambda: {Eq(): 1}[Eq()])
attempt("lt", lambda: Lt() < Lt())
attempt("sort lt", lambda: sorted([Lt(), Lt()]))
attempt("hash", lambda: hash(Hash()))
attempt("hash in tuple", lambda: hash((1, (Hash(),))))
attempt("set", lambda: {Hash()})
attempt("getattr", lambda: GetAttr().x)
attempt("getattr builtin", getattr_self)
attempt("hasattr", lambda: hasattr(GetAttr(), "x"))
attempt("getattribute", lambda: GetAttribute().x)
attempt("setattr", lambda: setattr(SetAttr(), "x", 1))
attempt("delattr", lambda: delattr(DelAttr(), "x"))
attempt("property", lambda: Prop().p)
attempt("property set", lambda: setattr(Prop(), "p", 1))
attempt("descriptor", lambda: Described().d)
attempt("descriptor set", lambda: setattr(Described(), "d", 1))
attempt("meta call", lambda: Made())
attempt("new", lambda: New())
attempt("init", lambda: Init())
attempt("call", lambda: Call()())
attempt("iter", lambda: iter(Iter()))
attempt("for iter", lambda: [x for x in Iter()])
attempt("next", lambda: next(Next()))
attempt("list next", lambda: list(Next()))
attempt("unpack next", lambda: (lambda *a: a)(*Next()))
attempt("getitem", lambda: Getitem()[0])
attempt("getitem iter", lambda: list(Getitem()))
attempt("setitem", lambda: Getitem().__setitem__(0, 0))
attempt("delitem", lambda: Getitem().__delitem__(0))
attempt("contains", lambda: 1 in Contains())
attempt("len", lambda: len(Len()))
attempt("bool len", lambda: bool(Len()))
attempt("bool", lambda: bool(Bool()))
attempt("not", lambda: not BoolNot())
attempt("if", lambda: 1 if BoolNot() else 2)
attempt("index", lambda: [1, 2][Index()])
attempt("int", lambda: int(Int()))
attempt("float", lambda: float(Float()))
attempt("add", lambda: Add() + 1)
attempt("radd", lambda: 1 + Add())
attempt("iadd", lambda: Add().__iadd__(1))
attempt("neg", lambda: -Add())
attempt("matmul", lambda: Add() @ 1)
attempt("pow", lambda: Add() ** 1)
attempt("lshift", lambda: Add() << 1)
attempt("sum", lambda: sum([Add(), 1]))
attempt("format", lambda: format(Format(), ">10"))
attempt("f-string", lambda: f"{Format():>10}")
attempt("enter", lambda: Enter().__enter__())
attempt("exit", lambda: Exit().__exit__())
attempt("isinstance", lambda: isinstance(1, Checked))
attempt("issubclass", lambda: issubclass(int, Checked))
attempt("class getitem", lambda: ClassGetitem[1])
attempt("missing", lambda: Missing()[1])
attempt("reversed", lambda: reversed(Reversed()))
attempt("dir", lambda: dir(Dir()))
attempt("bytes", lambda: bytes(Bytes()))
attempt("round", lambda: round(Round(), 2))
attempt("abs", lambda: abs(Abs()))
attempt("divmod", lambda: divmod(Divmod(), 1))
attempt("length hint", lambda: list(LengthHint()))
attempt("init subclass", lambda: type("S", (Subclass,), {}))
attempt("set name", lambda: type("S", (), {"a": SetName()}))
attempt("meta getattr", meta_getattr)
attempt("yield from", lambda: list(generator()))
attempt("generators", generator_list)
attempt("decorator", lambda: decorator(1))
attempt("sort key", lambda: sort_key(1))
attempt("map", lambda: map_self(1))
attempt("filter", lambda: filter_self(1))
attempt("max", lambda: max_self(1))
attempt("min", lambda: min_self(1))
attempt("star", lambda: star_args(1, 2, 3))
attempt("keywords", lambda: keywords(a=1, b=2))
attempt("eval", evaluate)
attempt("exec", execute)
attempt("import", import_self)
attempt("comprehension", lambda: comprehension(1))
attempt("generator expression", lambda: generator_expression(1))
attempt("match", lambda: match_self(1))
attempt("handler", handler)
attempt("finally", final)
attempt("setdefault", setdefault)
attempt("sum of generator", sum_self)
attempt("any", any_self)
attempt("type", type_self)
attempt("join", join_self)
attempt("lambda", lambda_self)
attempt("zip", zip_self)
attempt("delegated", delegated)
attempt("method", method)
attempt("classmethod", classmethod_self)
attempt("super", super_self)
print("alive")
