# runs: plain
# itertools, functools, operator, collections.
def cut(text):
    """Without addresses, which differ."""
    return " at 0x".join(part if i == 0 else part.lstrip("0123456789abcdef") for i, part in enumerate(str(text).split(" at 0x")))
def clean(value):
    return cut(repr(value))
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(clean(r))
    except BaseException as e:
        print(type(e).__name__ + ":", cut(e))
def ev(s, g=None):
    try:
        print(s, "->", clean(eval(s, g if g is not None else globals())))
    except BaseException as e:
        print(s, "->", type(e).__name__ + ":", e)
import itertools as it, functools as ft, operator as op, collections as C, collections.abc
ns = globals()
for e in ["list(it.accumulate([1,2,3], initial=5))", "list(it.accumulate([1,2,3], op.mul))", "list(it.accumulate([], initial=5))", "it.accumulate(5)", "list(it.batched('abcde', 2))", "it.batched('a', 0)", "list(it.batched('abc', 2, strict=True))", "it.batched('a')", "list(it.chain('ab', [1]))", "list(it.chain.from_iterable(['ab', 5]))", "list(it.combinations('abc', 2))", "it.combinations('abc', -1)", "list(it.combinations('abc', 5))", "list(it.combinations_with_replacement('ab', 2))", "list(it.compress('abc', [1,0,1]))", "it.count(1.5, 0.5)", "it.count('a')", "it.count(1, 0)", "it.count(step=2)", "next(it.count(10**30))", "repr(it.count(5))", "repr(it.count(5, 2))", "list(it.islice(it.cycle('ab'), 5))", "list(it.dropwhile(lambda x: x<2, [1,2,1]))", "list(it.filterfalse(None, [0,1]))", "[(k, list(g)) for k, g in it.groupby('aab')]", "list(it.groupby(5))", "list(it.islice('abc', -1))", "list(it.islice('abc', 1, None, 0))", "list(it.islice('abcdef', 1, None, 2))", "it.islice('a')", "it.islice('a', 1.5)", "it.islice('a', 1, 2, 3, 4)", "list(it.pairwise('abc'))", "list(it.permutations('abc', 2))", "it.permutations('a', -1)", "it.permutations('a', 1.5)", "list(it.product('ab', repeat=2))", "list(it.product())", "it.product('a', repeat=-1)", "it.product('a', foo=1)", "list(it.product('ab', [], 'c'))", "repr(it.repeat(5))", "repr(it.repeat(5, 3))", "list(it.repeat(5, -1))", "it.repeat(5, 'a')", "len(it.repeat(5, 3))", "it.repeat(5, 3).__length_hint__()", "it.repeat(5).__length_hint__()", "list(it.starmap(pow, [(2,3),(3,2)]))", "list(it.starmap(pow, [5]))", "list(it.takewhile(bool, [1,0,1]))", "it.tee([1,2], 3)", "it.tee([1], -1)", "it.tee(5)", "[list(x) for x in it.tee([1,2])]", "list(it.zip_longest('abc', 'a', fillvalue='-'))", "it.zip_longest('a', foo=1)", "it.chain.from_iterable()", "list(it.chain(5))",
"ft.reduce(op.add, [])", "ft.reduce(op.add, [], 5)", "ft.reduce(op.add, [1,2,3])", "ft.reduce(op.add, 5)", "ft.reduce(op.add)", "ft.partial()", "ft.partial(5)", "ft.partial(int, base=2)('101')", "ft.partial(int, base=2)", "ft.partial(print, 1, 2, sep='-').args", "ft.partial(ft.partial(pow, 2), 3)()", "ft.partial(pow).func", "ft.partial(pow, 2).keywords", "ft.cmp_to_key(lambda a,b: b-a)(1) < ft.cmp_to_key(lambda a,b: b-a)(1)", "sorted([1,3,2], key=ft.cmp_to_key(lambda a,b: b-a))", "ft.cmp_to_key(5)(1) < 1", "ft.cmp_to_key()", "ft.lru_cache(5)(len).cache_info()", "ft.lru_cache('a')", "ft.lru_cache(maxsize=None)(len).cache_parameters()", "ft.cache(len)([])", "ft.cache(len).__wrapped__", "ft.lru_cache(len)", "ft.WRAPPER_ASSIGNMENTS", "ft.singledispatch(len).registry", "ft.total_ordering(int)", "ft.total_ordering(object)", "ft.total_ordering(type('A', (), {}))", "ft.singledispatch(5)", "ft.cached_property(len).__get__(5, int)",
"op.itemgetter(1, 2)([1,2,3])", "op.itemgetter()", "op.itemgetter('a')", "op.attrgetter('a.b')", "op.attrgetter('real', 'imag')(5)", "op.attrgetter(5)", "op.methodcaller('upper')('a')", "op.methodcaller('split', ',', maxsplit=1)", "op.methodcaller('split', ',', maxsplit=1)('a,b,c')", "op.methodcaller(5)", "op.methodcaller()", "op.index(True)", "op.index(1.5)", "op.concat(1, 2)", "op.concat([1], [2])", "op.countOf([1,1], 1)", "op.indexOf([1], 2)", "op.length_hint(5)", "op.length_hint([], 'a')", "op.is_none(None)" , "op.matmul(1, 2)", "op.truth([])", "op.not_(1)", "op.iadd([1], [2])", "op.setitem([1], 0, 5)", "op.delitem({}, 1)", "op.getitem('abc', slice(1))", "op.call(len, [])", "op.pos(True)", "op.inv(5)", "op.contains(5, 1)", "op.attrgetter('a')(5)", "op.itemgetter(5)([])", "op.itemgetter(slice(1, 2))('abc')", "repr(op.itemgetter(1, 'a'))", "repr(op.attrgetter('a', 'b.c'))",
"C.deque([1,2,3], 2)", "C.deque('abc', maxlen=-1)", "C.deque(5)", "C.deque(maxlen='a')", "C.deque([1,2,3]).rotate(1)", "C.deque().pop()", "C.deque().popleft()", "C.deque([1])[5]", "C.deque([1]).index(5)", "C.deque([1]).remove(5)", "C.deque([1], 1).insert(0, 2)", "C.deque([1]) + [1]", "C.deque([1]) + C.deque([2])", "C.deque([1]) * 2", "C.deque([1], 1) * 3", "C.deque([1]) == [1]", "C.deque([1]) < C.deque([2])", "C.deque([1])[0:1]", "C.deque(['a', [1]], 3)", "hash(C.deque())", "C.deque([1,2]).copy()", "C.deque([1], 5).maxlen", "C.deque([3]).count(3)", "C.deque([1,2,3]).reverse()", "C.deque([1]).__reduce__()", "C.deque.__class_getitem__(int)",
"C.defaultdict(5)", "C.defaultdict(list)", "C.defaultdict(None)[1]", "C.defaultdict(lambda: 1/0)[1]", "C.defaultdict(int, {1:2}) | {3:4}", "C.defaultdict(int, a=1)", "C.defaultdict(int).__missing__(5)", "C.defaultdict(int).copy()", "C.defaultdict(int).__reduce__()", "C.defaultdict.fromkeys('a')",
"C.OrderedDict([(1,2)])", "C.OrderedDict()", "C.OrderedDict(a=1) == {'a': 1}", "C.OrderedDict(a=1,b=2) == C.OrderedDict(b=2,a=1)", "C.OrderedDict(a=1).move_to_end('b')", "C.OrderedDict().popitem()", "C.OrderedDict(a=1,b=2).popitem(last=False)", "C.OrderedDict(a=1).pop('z')", "C.OrderedDict(a=1).pop('z', 5)", "C.OrderedDict(a=1) | {'b': 2}", "{'b': 2} | C.OrderedDict(a=1)", "C.OrderedDict(5)", "C.OrderedDict(1, 2)", "list(reversed(C.OrderedDict(a=1,b=2).items()))", "C.OrderedDict.fromkeys('ab', 0)", "C.OrderedDict(a=1).keys()", "C.OrderedDict(a=1).__reduce__()",
"C.Counter('abca')", "C.Counter('abca').most_common(1)", "C.Counter(a=1) - C.Counter(a=2)", "C.Counter(a=1) + C.Counter(b=-1)", "C.Counter('aab') & C.Counter('ab')", "C.Counter('aab') | C.Counter('abc')", "+C.Counter(a=-1, b=1)", "-C.Counter(a=-1, b=1)", "C.Counter(a=1) == C.Counter(a=1, b=0)", "C.Counter('a') <= C.Counter('aa')", "C.Counter('a') < 5", "C.Counter('a')['z']", "C.Counter(5)", "C.Counter(a='x')", "C.Counter(a='x', b=1).most_common()", "C.Counter(a='x', b=1)", "C.Counter.fromkeys('a')", "C.Counter('abc').total()", "list(C.Counter(a=2, b=0).elements())", "C.Counter('a', 'b')", "C.Counter('aab').subtract('a')", "C.Counter('a') + 5",
"C.namedtuple('A', 'x y')(1, 2)", "C.namedtuple('A', 'x y')(1)", "C.namedtuple('A', 'x y')(1, 2, 3)", "C.namedtuple('A', 'x x')", "C.namedtuple('A', 'def')", "C.namedtuple('A', '_x')", "C.namedtuple('A', '1x')", "C.namedtuple('1A', 'x')", "C.namedtuple('A', 'x def x', rename=True)._fields", "C.namedtuple('A', 'x y', defaults=[1])(5)", "C.namedtuple('A', 'x', defaults=[1,2])", "C.namedtuple('A', 'x y')._make([1])", "C.namedtuple('A', 'x y')._make([1, 2])._asdict()", "C.namedtuple('A', 'x y')(1, 2)._replace(z=1)", "C.namedtuple('A', 'x y')(1, 2)._replace(x=5)", "C.namedtuple('A', 'x,y').x", "C.namedtuple('A', 'x').__doc__", "C.namedtuple('A', 'x')(1).x.y", "C.namedtuple('A', 'x', module='m').__module__", "C.namedtuple('A', 'x').__match_args__", "C.namedtuple('A', 'x y').__new__.__defaults__", "C.namedtuple('A', 5)", "C.namedtuple(5, 'x')", "C.namedtuple('A', 'x').x.__doc__", "C.namedtuple('A', 'x')(1) == (1,)", "C.namedtuple('A', 'x y', defaults=(1,))._field_defaults", "C.namedtuple('A', 'x')(x=1, y=2)", "C.namedtuple('A', 'x')(1).__getnewargs__()", "__import__('copy').replace(C.namedtuple('A', 'x')(1), x=2)",
"C.ChainMap({'a':1}, {'b':2})", "C.ChainMap({'a':1})['z']", "C.ChainMap({}, {'a':1}).pop('a')", "C.ChainMap({}).popitem()", "C.ChainMap({'a':1}, {'a':2, 'b': 3}).new_child()", "list(C.ChainMap({'a':1}, {'a':2, 'b': 3}))", "C.ChainMap({'a':1}, {'b': 3}).parents", "C.ChainMap() | {1:2}", "len(C.ChainMap({1:2},{1:3}))", "C.ChainMap({1:2}) == {1:2}", "C.ChainMap({1:2}).maps", "C.UserDict({'a':1})", "C.UserDict(a=1)['z']", "C.UserList([1,2])[0:1]", "C.UserList([1]) + [2]", "C.UserList('ab')", "C.UserString('abc').upper()", "C.UserString('a') + 'b'", "C.UserString(5)", "C.UserString('abc') == 'abc'", "'b' in C.UserString('abc')", "C.abc.Sequence()", "isinstance([], C.abc.Sequence)", "issubclass(dict, C.abc.Mapping)", "isinstance('', C.abc.Hashable)", "isinstance([], C.abc.Hashable)", "C.abc.Callable[[int], str]", "C.abc.Callable[int, str]", "C.abc.Callable[..., str]", "C.abc.Iterable[int]", "isinstance(1, C.abc.Sized)", "C.abc.Foo", "C.foo", "sorted(C.__all__)", "sorted(C.abc.__all__)", "C.abc.MutableMapping.__abstractmethods__ == {'__getitem__', '__setitem__', '__delitem__', '__iter__', '__len__'}"]:
    ev(e, ns)
@ft.singledispatch
def f(x): return "base"
@f.register
def _(x: int): return "int"
@f.register(list)
def _(x): return "list"
@f.register
def _(x: str | float): return "strfloat"
print(f(1), f([]), f(""), f(1.5), f(None), f(True), f.dispatch(bool) is f.dispatch(int)); t(f); t(f.register, 5)
t(lambda: f.register(lambda x: x))
class D:
    @ft.singledispatchmethod
    def m(self, x): return "b"
    @m.register
    def _(self, x: int): return "i"
    @ft.cached_property
    def cp(self): print("cp"); return 5
    @ft.partialmethod
    def z(self): pass
    pm = ft.partialmethod(lambda self, a, b: (a, b), 1)
d = D(); print(d.m(1), d.m("a"), d.cp, d.cp, d.pm(2)); print(vars(d))
@ft.total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v if isinstance(o, T) else NotImplemented
    def __lt__(s, o): return s.v < o.v if isinstance(o, T) else NotImplemented
print(T(1) <= T(2), T(2) >= T(3), T(1) > T(0)); t(lambda: T(1) <= 5)
@ft.lru_cache(maxsize=2)
def g(x, y=1): return x
g(1); g(2); g(1); g(3); g(x=1); print(g.cache_info(), g.__name__); g.cache_clear(); print(g.cache_info()); t(g, [])
@ft.wraps(len)
def w(): pass
print(w.__name__, w.__doc__, w.__wrapped__)
class CM(dict):
    def __missing__(s, k): return k * 2
print(CM()["a"], "%(x)s" % CM(), "{x}".format_map(CM()))
class MyC(C.Counter): pass
print(MyC('aa') + MyC('b'), repr(C.Counter(a=1, b=5)))
P = C.namedtuple('P', 'x y')
class Q(P):
    __slots__ = ()
    def __repr__(s): return super().__repr__() + "!"
print(Q(1, 2), Q(1, 2)._replace(x=5), P.__mro__, P.__slots__, P._fields, P(1,2)[::-1], P.x)
d = C.deque([1,2,3])
try:
    for x in d: d.append(x)
except RuntimeError as e: print(e)
o = C.OrderedDict(a=1, b=2)
try:
    for x in o: o[x + x] = 1
except RuntimeError as e: print(e)
d = {1: 2}
try:
    for x in d: d[x + 1] = 1
except RuntimeError as e: print(e)
s = {1}
try:
    for x in s: s.add(x + 1)
except RuntimeError as e: print(e)
