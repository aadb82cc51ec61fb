# Binding of arguments in all combinations, and the text of each refusal.
def attempt(f, *args, **kwargs):
    try:
        print(str(f(*args, **kwargs)).split(" at 0x")[0])
    except TypeError as e:
        print("TypeError:", e)


def plain(a, b):
    return a, b


def defaults(a, b=2, c=3):
    return a, b, c


def star(a, *rest, k=1, **kw):
    return a, rest, k, kw


def keyword_only(*, a, b=2):
    return a, b


def positional_only(a, b=2, /, c=3, *, d=4):
    return a, b, c, d


def posonly_kw(a, /, **kw):
    return a, kw


def none():
    return "none"


for args, kwargs in [((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3), {}), ((1,), {"b": 2}), ((1,), {"a": 2}), ((1, 2), {"c": 3}), ((1, 2), {"b": 3}), ((), {"a": 1, "b": 2}), ((), {"b": 2}), ((1, 2, 3, 4), {}), ((1, 2, 3, 4, 5, 6), {"x": 1}), ((), {"d": 1, "e": 2})]:
    print("----", args, kwargs)
    for f in (plain, defaults, star, keyword_only, positional_only, posonly_kw, none):
        print(f.__name__, end=" ")
        attempt(f, *args, **kwargs)


class C:
    def method(self, a):
        return a

    @classmethod
    def cls(cls, a):
        return a

    @staticmethod
    def static(a):
        return a

    def __init__(self, a=0):
        pass

    def __call__(self, a):
        return a


c = C()
for f in (c.method, c.cls, c.static, C, c, C.method):
    attempt(f)
    attempt(f, 1, 2, 3)
    attempt(f, b=1)


class NoInit:
    pass


class OnlyNew:
    def __new__(cls, x):
        return super().__new__(cls)


class BothObject:
    def __new__(cls, *a):
        return super().__new__(cls, *a)


class InitReturns:
    def __init__(self):
        return 5


attempt(NoInit, 1)
attempt(NoInit, a=1)
attempt(OnlyNew)
attempt(OnlyNew, 1, 2)
attempt(BothObject, 1)
attempt(InitReturns)
attempt(object, 1)
attempt(object.__new__)
attempt(object.__new__, 5)
attempt(object.__new__, int)
attempt(int.__new__, str)
attempt(plain, *[1], **{"b": 2})
for expression in ("plain(*5)", "plain(**5)", "plain(**{1: 2})", "plain(*[1], *[2])", "plain(**{'a': 1}, **{'a': 2})", "plain(1, **{'b': 2}, b=3)", "star(*'ab', *'cd', k=3, **{'x': 1}, y=2)", "plain(*None)", "star(1, **None)", "star(1, **[('a', 1)])", "keyword_only(1, 2, a=3)", "keyword_only(**{'a': 1, 'z': 2})", "star(1, a=2)", "posonly_kw(1, a=2)", "positional_only(a=1)", "positional_only(1, b=1, a=3)", "plain(c=1, b=2)", "defaults(1, d=2)", "defaults(1, bb=2)", "(lambda: 0)(1)", "(lambda x: x)()", "5()", "'a'()", "None()", "[1](0)", "(1, 2)(3)", "plain(1)(2)", "len()", "len(1, 2)", "len(x=1)", "len([], key=1)", "print(sepp='')", "sorted()", "sorted([], None)", "[].sort(keys=None)", "int('1', bases=2)", "int(x=1)", "dict(1, 2)", "dict([1])", "dict([(1, 2, 3)])", "list(1, 2)", "list(a=1)", "range()", "range(1, 2, 3, 4)", "range(a=1)", "isinstance(1)", "isinstance(1, 2)", "getattr(1)", "getattr(1, 2)", "setattr(1, 'a')", "iter()", "iter(1, 2)", "next()", "next(1)", "max()", "max(1)", "max([])", "max(1, 2, default=3)", "sum(1)", "sum(['a'])", "abs()", "chr()", "ord('ab')", "ord(1)", "zip(1)", "map()", "map(1)", "filter(1)", "enumerate()", "enumerate([], 1, 2)", "reversed()", "reversed({1})", "round()", "round(1, 2, 3)", "pow(1)", "pow(1, 2, 3, 4)", "hash([])", "id()", "type()", "super().x", "vars(1)", "hasattr(1, 2)", "callable()", "bool(1, 2)", "bool(x=1)", "float(1, 2)", "float('x')", "str(1, 2)", "str(b'', 'a', 'b', 'c')", "bytes(1, 2)", "bytes('a')", "tuple(1, 2)", "set(1, 2)", "frozenset(a=1)", "slice()", "property(1, 2, 3, 4, 5)", "classmethod()", "staticmethod(1, 2)", "divmod(1)", "format()", "format(1, 2)", "input(1, 2)", "eval()", "eval(1)", "exec(1)", "compile()", "compile('1', 'f')", "compile('1', 'f', 'bad')", "'a'.join()", "'a'.join(1)", "'a'.join([1])", "'a'.split(1)", "'a'.split(sep=1)", "'a'.replace('a')", "'a'.startswith(1)", "'a'.encode(1)", "'a'.format(1, 2, a=3)", "'{} {}'.format(1)", "'{a}'.format()", "[].append()", "[].append(1, 2)", "[].insert(1)", "[].pop('a')", "[].sort(1)", "[].sort(key=1, x=2)", "[].index()", "{}.get()", "{}.pop()", "{}.update(1)", "{}.setdefault()", "{}.fromkeys()", "set().add()", "set().pop(1)", "(1).bit_length(2)", "(1).to_bytes()", "b''.join(1)", "b''.decode(1)", "(1).__add__()", "[].__len__(1)", "object.__init__()", "list.append(1, 2)", "list.append()", "str.upper(1)", "str.join('a')", "int.__add__(1.0, 2)", "dict.get([], 1)"):
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(expression, "->", type(e).__name__ + ":", e)
