# runs: plain
# json, string, reprlib, textwrap, pprint.
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
import json, copy, string, reprlib, textwrap, pprint, struct, math, statistics, fractions, random
from fractions import Fraction as F
for s in ['', ' ', '{', '[', '[1,', '[1,]', '{"a"}', '{"a":}', '{"a":1,}', '{a:1}', "{'a':1}", '"', '"\\', '"\\x"', '"\\u12"', '"\\ud800"', '"\\ud83d\\ude00"', '"\n"', '"\t"', '01', '-', '1.', '.5', '1e', '1e5', '-0', '-0.0', 'NaN', 'Infinity', '-Infinity', 'nan', 'tru', 'true', 'null x', '[1 2]', '{"a" 1}', '{"a":1 "b"}', '1' * 5000, '[' * 100000, '\ufeff1', '{"a":1,"a":2}', '"é"', '1E400', '[1]\n\n x', '{"a":\n  [1,\n   2,]}', '123abc', '""x', '[1,,2]', '{,}', '[,]', 'Na', '+1', '--1', '0x10', '"\\u00zz"']:
    try: print(repr(s[:30]), repr(json.loads(s))[:60])
    except json.JSONDecodeError as e: print(repr(s[:30]), e, e.pos, e.lineno, e.colno)
    except Exception as e: print(repr(s[:30]), type(e).__name__, str(e)[:100])
class Q:
    pass
class SI(int):
    def __repr__(s): return "SI"
class SF(float):
    def __repr__(s): return "SF"
class SS(str): pass
class SD(dict): pass
class SL(list): pass
import enum
class E(enum.IntEnum): A = 1
for o in [None, True, 1, 1.5, 1e100, float('nan'), "é\u2028\ud800\"\\/\b\x7f", [], {}, (1, 2), {1: 2, True: 3, None: 4, 1.5: 5, float('inf'): 6}, {(1,): 2}, Q(), {1}, b"a", SI(5), SF(1.5), SS("a"), SD(a=1), SL([1]), E.A, {E.A: 1}, {"b": 1, "a": [1, {"c": []}]}, [[[]]], 10**30, -0.0]:
    for kw in [{}, dict(indent=2), dict(sort_keys=True), dict(ensure_ascii=False), dict(separators=(",", ":")), dict(allow_nan=False), dict(skipkeys=True), dict(default=str), dict(indent="\t"), dict(indent=0)]:
        try: print(list(kw), json.dumps(o, **kw).encode('utf-8', 'backslashreplace') if 'default' not in kw or type(o) is not Q else '')
        except Exception as e: print(list(kw), type(e).__name__, e, getattr(e, '__notes__', None))
l = []; l.append(l); t(json.dumps, l); d = {}; d['a'] = d; t(json.dumps, d); t(json.dumps, {"a": [1, Q()]}); t(json.loads, 5); t(json.loads, b'"\xff"'); t(json.loads, '1', object_hook=5); t(json.loads, '{"a":1}', object_hook=lambda d: list(d)); t(json.loads, '{"a":1}', object_pairs_hook=lambda d: d); t(json.loads, '[1.5, 2]', parse_float=str, parse_int=float); t(json.loads, 'NaN', parse_constant=lambda c: c); t(json.loads, '"\n"', strict=False); t(json.loads, '1'.encode('utf-16')); t(json.dumps, 1, foo=2); t(json.dumps, 1, default=5); t(json.JSONDecoder().raw_decode, '1 x'); t(json.JSONDecoder().raw_decode, ' 1'); t(json.JSONDecoder().raw_decode, 'abc', 1)
T = string.Template
for s, kw in [("$a", {}), ("$a", dict(a=1)), ("${a}b", dict(a=1)), ("$$", {}), ("$", {}), ("$1", {}), ("${", {}), ("${a", dict(a=1)), ("a\nb $!", {}), ("$A_b1", dict(A_b1=2)), ("$é", {})]:
    for m in ("substitute", "safe_substitute"):
        try: print(s, m, getattr(T(s), m)(**kw))
        except Exception as e: print(s, m, type(e).__name__, e)
    print(T(s).is_valid()); t(T(s).get_identifiers)
f = string.Formatter(); t(f.format, "{0} {a!r:>5} {}", 1, a=2); t(f.format, "{} {}", 1, 2); t(f.format, "{}"); t(f.format, "{a}"); t(f.vformat, "{0[1]}", ([1, 2],), {}); t(f.parse, "a{b!r:c}d"); print(list(f.parse("a{b!r:c}d{{}}"))); t(f.format, "{!x}", 1); print(string.capwords(" ab  cd "), string.capwords("a-b", "-"), string.punctuation, string.printable)
for e in ["reprlib.repr(list(range(20)))", "reprlib.repr('a' * 100)", "reprlib.repr({i: i for i in range(10)})", "reprlib.repr(10**100)", "reprlib.repr([[[[[[[1]]]]]]])", "reprlib.repr({1,2,3})", "reprlib.repr(frozenset(range(10)))", "reprlib.Repr(maxlist=2).repr([1,2,3])", "reprlib.Repr(indent=2).repr([1,[2]])", "reprlib.Repr(fillvalue='--').repr(list(range(9)))", "reprlib.repr(object)", "reprlib.repr(__import__('collections').deque(range(9)))", "reprlib.repr((1,))", "reprlib.repr(set())",
"textwrap.wrap('')", "textwrap.wrap('hello world foo', 5)", "textwrap.wrap('helloworld', 5)", "textwrap.wrap('a', 0)", "textwrap.wrap('a b', width=-1)", "textwrap.fill('hello-world foo', 7)", "textwrap.wrap('hello-world', 7, break_on_hyphens=False)", "textwrap.wrap('helloworld', 5, break_long_words=False)", "textwrap.wrap('a b c d', 3, max_lines=1)", "textwrap.wrap('hello world', 8, max_lines=1, placeholder='...')", "textwrap.wrap('a b', 3, max_lines=1, placeholder='.....')", "textwrap.shorten('hello  world foo', 12)", "textwrap.shorten('hello', 3)", "textwrap.dedent('  a\\n   b\\n\\n  c')", "textwrap.dedent('\\ta\\n  b')", "textwrap.indent('a\\n\\nb', '> ')", "textwrap.indent('a\\n\\nb', '> ', lambda l: True)", "textwrap.wrap('a.  b. C', 20, fix_sentence_endings=True)", "textwrap.wrap('a\\tb\\nc', expand_tabs=False, replace_whitespace=False)", "textwrap.wrap('  a b', 4, initial_indent='>>', subsequent_indent='..')", "textwrap.wrap('a b c', 4, drop_whitespace=False)", "textwrap.wrap('one--two and--three', 6)", "textwrap.dedent(5)", "textwrap.wrap('é中' * 5, 4)"]: ev(e)
data = [{"name": "x" * 30, "v": list(range(15))}, {"k" * 20: {"a": (1,), "b": {1, 2, 3}, "c": frozenset([1])}}, "long string " * 12, b"bytes " * 20, {3: 1, "a": 2, 1: 3}]
for kw in [{}, dict(width=40), dict(indent=4), dict(depth=1), dict(compact=True, width=40), dict(sort_dicts=False), dict(underscore_numbers=True), dict(width=1)]:
    print(kw); pprint.pprint(data, **kw); pprint.pprint([10**10, 12345, -99999.5], **kw)
import collections, dataclasses, types
@dataclasses.dataclass
class DC: aaaaaaaaaaaaaaa: int; bbbbbbbbbbbbbbbbbbbbb: list = dataclasses.field(default_factory=lambda: ["x" * 20] * 3)
pprint.pprint([DC(1), DC(2)], width=50); pprint.pprint(collections.OrderedDict((i, "v" * 20) for i in range(4)), width=40); pprint.pprint(collections.defaultdict(list, {i: ["v" * 20] for i in range(3)}), width=40); pprint.pprint(collections.Counter("aabbbcccc" * 3), width=20); pprint.pprint(collections.deque(range(30)), width=40); pprint.pprint(collections.ChainMap({"a": "x" * 30}, {"b": "y" * 30}), width=40); pprint.pprint(types.SimpleNamespace(a="x" * 30, b=["y" * 30]), width=40); pprint.pprint(collections.UserDict({"a": "x" * 30, "b": "y" * 30}), width=40); pprint.pprint(types.MappingProxyType({"a": "x" * 30, "b": "y" * 30}), width=40)
x = [1]; x.append(x); print(pprint.isrecursive(x), pprint.isreadable(x)); pprint.pp({"b": 1, "a": 2}); t(pprint.PrettyPrinter, indent=-1); t(pprint.PrettyPrinter, width=0); t(pprint.PrettyPrinter, depth=0); print(pprint.pformat("a\nb" * 30, width=20))
