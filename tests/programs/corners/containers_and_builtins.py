# runs: plain
# Slices, ranges, dict views, lists, tuples, sets, builtins; objects that misbehave.
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
import sys
for e in ["slice(1,2,3).indices(10)", "slice(None,None,-1).indices(5)", "slice(1,2).indices(-1)", "slice('a').indices(5)", "slice(5,None,0).indices(3)", "hash(slice(1,2))", "slice(1,2) == slice(1,2,None)", "slice(1,2) < slice(1,3)", "slice()", "slice(1,2,3,4)", "{slice(1):2}", "repr(slice('a', [1]))", "slice(10**20).indices(10**30)", "slice(2).__reduce__()",
"range(10)[2:8:3]", "range(10)[::-1]", "range(10)[20]", "range(0)[0]", "range(10, 0, -3)", "list(range(10, 0, -3))", "range(1, 10**30)[10**25]", "len(range(10**30))", "range(5).index(3)", "range(5).index(7)", "range(5).index('a')", "range(5).count(2.0)", "range(5).count('a')", "3.0 in range(5)", "'a' in range(5)", "range(0) == range(2, 2)", "range(0, 3, 2) == range(0, 4, 2)", "hash(range(0)) == hash(range(5,5))", "range(1.5)", "range('a')", "range()", "range(1,2,3,4)", "range(1,2,0)", "range(5).start", "range(5) < range(6)", "range(5) + range(6)", "reversed(range(5))", "list(reversed(range(0, 10, 3)))", "range(5).__reduce__()", "bool(range(0))", "range(True)", "iter(range(3)).__length_hint__()", "iter(range(3)).__reduce__()", "range(10)[slice('a')]", "range(5)['a']", "range(3).foo", "max(range(0))", "range(3, x=1)",
"{}.keys() & {1}", "{1:2}.keys() | [3]", "{1:2}.keys() - {1}", "{1:2,3:4}.keys() ^ {1}", "{1:2}.items() & {(1,2)}", "{1:[]}.items() & {(1,2)}", "{1:2}.keys() == {1}", "{1:2}.keys() <= {1,2}", "{1:2}.keys() > set()", "{1:2}.items() == {(1,2)}", "{1:2}.values() == {1:2}.values()", "{1:2}.values() & {2}", "{1:2}.keys().isdisjoint([5])", "{1:2}.keys().isdisjoint(5)", "{1:2}.keys() & 5", "[1] & {1:2}.keys()", "{1:2}.keys().mapping", "{1:2}.keys().mapping['a']", "repr({1:2}.keys())", "repr({1:2}.items())", "repr({1:2}.values())", "reversed({1:2})", "list(reversed({1:2,3:4}.items()))", "len({1:2}.keys())", "{1:2}.keys()[0]", "(1,2) in {1:2}.items()", "[1,2] in {1:2}.items()", "hash({}.keys())", "dict.fromkeys('ab', 1)", "dict.fromkeys(5)", "dict(a=1, **{'b': 2})", "dict([(1,2),(3,)])", "dict([1])", "dict(5)", "dict('ab')", "dict(['ab'])", "dict(1, 2)", "dict(None)", "{} | {}", "{1:2} | [(3,4)]", "{1:2} | 5", "{1:2}.pop(5)", "{}.popitem()", "{1:2}.pop(5, 6)", "{}.pop()", "{1:2}.setdefault(1, 3)", "{}.setdefault([], 3)", "{[]: 1}", "{1:2}[[]]", "{}.get([])", "{} < {}", "{1:2} == {1.0:2}", "{1: 'a', True: 'b', 1.0: 'c'}", "{}.update(5)", "{}.update([(1,)])", "{}.update([1])", "{}.update(a=1)", "{}.update({}, {})", "{}.__class_getitem__(int)", "dict[str, int]", "{1:2}.__contains__(1)", "{1:2}.__or__(5)", "{1:2}.__reversed__()", "{}['a']", "{}[('a', 1)]", "{'a': {}}['a']['b']", "{1:2}.copy()", "{1:2}.clear()", "dict(x=1, x=2)" if 0 else "0",
"[1,2,3].index(4)", "[1,2,3].index(1, 1)", "[1].index('a')", "[].pop()", "[1].pop(5)", "[1].pop('a')", "[1,2].insert(10**30, 1)", "[1].insert('a', 1)", "[1].remove(5)", "[1].extend(5)", "[1] + (2,)", "[1] * 'a'", "[1] * 10**20", "[1] < [1, 2]", "[1, 'a'] < [1, 2]", "[1] < (1,)", "[1][1]", "[1]['a']", "[1][1.0]", "[][::0]", "[1,2,3][::-2]", "[].sort(5)", "[1,'a'].sort()", "sorted([3,1,2], reverse=True)", "sorted([3,1,2], key=5)", "sorted([3,1,2], lambda x: x)", "sorted(5)", "sorted()", "sorted([1], foo=1)", "[].copy(1)", "[1,2].count()", "[1,2,3].reverse()", "list(5)", "list(1, 2)", "list(x=1)", "[1,2].__delitem__(5)", "[1,2].__setitem__(5, 1)", "[1,2].__setitem__('a', 1)", "[1,2,3].__setitem__(slice(0,3,2), [1])", "[1,2,3].__setitem__(slice(0,1), 5)", "[1,2,3].__setitem__(slice(0,3,2), 5)", "[[]]*3", "hash([])", "hash(([],))", "(1,2).index(3)", "(1,2).count(1)", "(1,)+[1]", "(1,)[5]", "()[0]", "(1,2)['a']", "tuple(5)", "tuple(1,2)", "tuple(x=1)", "(1,2)*-1", "(1,2) == [1,2]", "(1,2) < (1,'a')", "(1,2).__getnewargs__()", "((1,),)", "(1).__add__('a')",
"{1} | [2]", "{1} | {2}", "{1}.union([2], (3,), 'a')", "{1}.union(5)", "{1} & 5", "{1,2} - {2}", "{1,2}.difference([2], [1])", "{1,2}.intersection()", "{1}.intersection([[]])", "{1}.issubset([1,2])", "{1}.issuperset('a')", "{1}.isdisjoint([1])", "{1}.remove(5)", "{1}.remove([])", "{1}.discard([])", "set().pop()", "{1}.add([])", "{1} < {1,2}", "{1} < [1]", "frozenset({1}) == {1}", "hash(frozenset({1,2})) == hash(frozenset({2,1}))", "hash({1})", "{frozenset({1})} & {frozenset({1})}", "frozenset({1}) | {2}", "{2} | frozenset({1})", "frozenset(5)", "set(1, 2)", "set(x=1)", "{1}.symmetric_difference([1,2])", "{1}.update(5)", "{1}.intersection_update([2])", "{1}.__contains__({1})", "{1} in {frozenset({1})}", "{1}.copy()", "set('hello') == set('ohel')", "repr(set())", "repr(frozenset())", "repr(frozenset({1}))", "{1}.__reduce__()", "{1}[0]", "frozenset([1]).add(2)", "{*()}", "{*[1], *(2,)}", "[*{}, *()]", "{**{}, 'a': 1}", "{**5}", "[*5]", "print(*5)", "print(**5)", "print(**{1:2})", "dict(**{'a':1}, **{'a':2})", "max([])", "max(5)", "max()", "max(1, 'a')", "max([1,2], key=5)", "max([], default=3)", "max(1, 2, default=3)", "min({}, default=None, key=len)", "max('a', 'b', key=ord)", "sum([[1],[2]], [])", "sum(['a'], '')", "sum([b'a'], b'')", "sum([1, 'a'])", "sum(5)", "sum([0.1]*10)", "sum([1e100, 1.0, -1e100])", "sum([], start=5)", "sum([1], 1, 2)", "any(5)", "all([1, 0])", "zip([1], [2, 3], strict=True)", "list(zip([1], [2, 3], strict=True))", "list(zip([1, 2], [2], strict=True))", "list(zip([1, 2], [2, 3], [1], strict=True))", "list(zip())", "zip(5)", "zip([1], 5)", "zip([1], foo=1)", "list(map(lambda x, y: x, [1], [2, 3]))", "map()", "map(5)", "map(len)", "map(len, 5)", "list(map(5, [1]))", "list(filter(None, [0, 1, '']))", "filter(5)", "list(filter(5, [1]))", "list(enumerate('ab', 5))", "enumerate(5)", "enumerate('a', 'b')", "enumerate()", "enumerate('a', start=1.5)", "list(enumerate(iterable='ab', start=10**20))", "iter(5)", "iter(5, 5)", "list(iter([1,2,3].pop, 1))", "iter()", "next(5)", "next(iter([]))", "next(iter([]), 5)", "next()", "reversed(5)", "reversed({1})", "reversed('ab')", "len(5)", "len()", "len([], [])", "abs('a')", "divmod(1, 0)", "divmod(1.0, 0)", "divmod('a', 1)", "round('a')", "round(1.5, 'a')", "round(2.5)", "round(0.5)", "round(1.5, None)", "isinstance(1, 5)", "isinstance(1, (int, 5))", "isinstance('a', (int, 5))", "isinstance(1, int | str)", "isinstance(1, list[int])", "isinstance(1, int | list[int])", "issubclass(1, int)", "issubclass(int, 1)", "issubclass(bool, int | str)", "isinstance(1, ())", "isinstance(None, None)", "isinstance(1, int | None)", "callable(5)", "id()", "hash()", "getattr(5, 'x')", "getattr(5, 'x', 1)", "getattr(5, 5)", "setattr(5, 'x', 1)", "delattr(5, 'real')", "hasattr(5, 5)", "vars(5)", "dir(5)[:2]", "type(1, 2)", "type()", "type('A', (), {})", "type('A', (5,), {})", "type('A', int, {})", "type(5, (), {})", "type('A', (int, str), {})", "type('A', (bool,), {})", "type('A\\0', (), {})", "object", "object().x", "super()", "super(5)", "super(int, 'a')", "super(int, 5)", "property(1,2,3,4,5)", "staticmethod()", "classmethod(5)", "compile('1+', 'f', 'eval')", "compile('1', 'f', 'foo')", "compile(5, 'f', 'eval')", "eval('1+')", "eval(5)", "exec('x=')", "eval('x', {'x': 5})", "eval('x', {}, {'x': 5})", "eval('x', 5)", "eval('1', {}, 5)", "globals(1)", "input(1, 2)", "open(5.5)", "open('/nonexistent')", "open('/tmp', 'w')", "open('x', 'q')", "open('x', 'rw')", "open('x', 'rbt')", "open('x', '')", "open('x', 'rb', encoding='utf-8')", "open('x', 'r', 0)", "open('x', newline='a')", "open('x', 'U')", "open('x', 'rr')", "open(-1)", "open('')", "open('a\\0b')", "open(None)", "open('x', buffering=-5)", "open('x', 'rb', newline='')", "open('x', 'rb', errors='strict')", "print(1, sep=5)", "print(1, end=5)", "print(1, file=5)", "print(1, foo=5)", "bool(1, 2)", "bool(x=1)", "format(5, 5)", "format(5, 'd', 1)", "chr()", "aiter(5)", "anext(5)", "breakpoint", "memoryview", "__import__('nonexistent')", "__import__('')", "__import__(5)", "__import__('os', level=-1)", "__import__('os.nonexist')", "__import__('math.foo')"]:
    ev(e)
class Bad:
    def __init__(self, v): self.v = v
    def __lt__(self, o): raise ValueError("lt")
    def __len__(self): return -1
    def __bool__(self): return 5
    def __iter__(self): return 5
    def __index__(self): return 1.5
    def __hash__(self): return "a"
    def __repr__(self): return 5
    def __str__(self): return b"x"
    def __contains__(self, x): return "yes"
    def __format__(self, s): return 5
    def __next__(self): return 1
    def __reversed__(self): return 7
    def __dir__(self): return 5
    def __length_hint__(self): return -5
    def __complex__(self): return 1
    def __float__(self): return "1"
    def __int__(self): return "1"
    def __bytes__(self): return "1"
    def __round__(self, n=None): return n
    def __divmod__(self, o): return 1
    def __abs__(self): return "abs"
    def __instancecheck__(self, o): raise KeyError(1)
    def __fspath__(self): return 5
bd = Bad(1)
for f in [len, bool, iter, hash, repr, str, ascii, float, int, bytes, round, abs, list, tuple, set, reversed, dir, sorted, sum, max, any, open, hex, format, dict, enumerate, zip]: print(f.__name__, end=' '); t(f, bd)
for e in ["bd in [bd]", "5 in bd", "isinstance(5, bd)", "f'{bd}'", "f'{bd!r}'", "'%s' % bd", "'%d' % bd", "'%r' % bd", "sorted([bd, Bad(2)])", "[1,2][bd]", "not bd", "bd and 1", "divmod(bd, 1)", "round(bd, 5)", "bd < 5", "bd > 5", "bd > bd", "bd + 1", "bd @ 1", "-bd", "~bd", "bd()", "bd[0]", "bd[0:1]", "bd.x", "range(bd)", "'a' * bd", "{bd}", "{bd: 1}", "print(bd)", "[*bd]", "(lambda *a: a)(*bd)", "(lambda **a: a)(**bd)", "min(bd, bd)", "1 < bd", "int('5', bd)", "''.join(bd)", "'abc'.find('a', bd)", "[1].pop(bd)", "__import__('operator').length_hint(bd)", "__import__('operator').index(bd)", "__import__('os').fspath(bd)", "bytes(bd)", "dict(bd)", "map(len, bd)", "next(bd)"]:
    ev(e, globals())
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
l = [3, 1, 2]
def mk(x):
    l.append(x); return x
t(l.sort, key=mk); print(l)
def mk(x):
    l.clear(); return x
l = [3, 1, 2]
t(l.sort, key=mk); print(l)
l = [3, 1, 2, "a", 5]
t(l.sort); print(l)
l = [1.5, 2, float('nan'), 1]; l.sort(); print(l)
l = [(1, 'a'), (1, 2), (0, 1)]; t(l.sort); print(l)
l = [K(3), K(1), 5]; t(l.sort); print(len(l))
