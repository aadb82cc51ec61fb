import io, json
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point): return {"point": [o.x, o.y]}
        if isinstance(o, (set, frozenset)): return sorted(o)
        return super().default(o)
def hook(d): return Point(*d["point"]) if "point" in d else d
text = json.dumps({"p": Point(1, 2.5), "s": {3, 1}}, cls=Encoder, indent=1)
print(text)
back = json.loads(text, object_hook=hook)
print(type(back["p"]).__name__, back["p"].y, back["s"])
print(json.loads('{"a": 1, "b": {"a": 2, "a": 3}}', object_pairs_hook=lambda pairs: pairs))
for bad in (object(), len, {1: object()}, [Point(0, 0)], {object(): 1}, b"x"):
    try: json.dumps(bad)
    except TypeError as e: print(e, getattr(e, "__notes__", None))
loop = []; loop.append({"again": loop})
try: json.dumps(loop)
except ValueError as e: print(e)
out = io.StringIO(); json.dump([1, {"é": None}], out, ensure_ascii=False); print(out.getvalue()); out.seek(0); print(json.load(out))
print(json.dumps({2: 1, 1.5: 2, True: 3, None: 4, "z": float("inf")}), json.dumps([1.0, -0.0, 1e100, 1e-7, 10**30]))
print(json.dumps({"b": [1, 2, {"c": []}], "a": {}}, indent=2, sort_keys=True)); print(json.dumps([[], {}, [1]], indent="\t"), json.dumps([1, 2], separators=(",", ":")))
d = json.JSONDecoder()
print(d.raw_decode('  [1] tail', 2), d.decode(' [1, 2]\n '))
for bad in ('', '[', '[1', '[1,', '{"a"', '{"a":', '{"a" 1}', "{'a': 1}", '[1 2]', 'tru', '"abc', '"a\tb"', '"\\q"', '"\\u12g4"', '1 2', '[1]]', '\ufeff[]', 'nan', '.5', '+1', '1.', '01', '"\ud800"'):
    try: print(repr(json.loads(bad)))
    except json.JSONDecodeError as e: print(repr(bad), "|", e, "|", e.msg, e.pos, e.lineno, e.colno)
try: json.loads('[1,\n 2,\n x]')
except json.JSONDecodeError as e: print(e, e.doc[e.pos], isinstance(e, ValueError), e.__reduce__()[1][1:])
print(json.loads('"\\ud83d\\ude00 \\ud83d \\u00e9"').encode("utf-16", "surrogatepass"), json.loads('[1e400, -1E-400, 123456789012345678901234567890, 1.5E+3]'))
print(json.loads(b'{"a": "\xc3\xa9"}'), json.loads('[1]'.encode('utf-16-le')), json.loads('{"x": 1}', parse_int=lambda t: t + "!"), json.loads('[NaN, -Infinity]', parse_constant=str.lower))
class D(dict): pass
class I(int):
    def __repr__(self): return "I!"
    __str__ = __repr__
class F(float):
    def __repr__(self): return "F!"
print(json.dumps([D(a=1), I(3), F(2.5), (1, 2), True, type("S", (str,), {})("s")]), json.dumps("\u2028\x7f\x00\"\\/\b"), json.dumps("a/b\N{SNOWMAN}\U0001f600"))
print(json.loads(" [ ] "), json.loads('"' + "a" * 5 + '"'), json.loads("{}", object_hook=lambda d: "hooked"), json.dumps({}, indent=3), json.dumps([], indent=3), json.dumps({"a": 1, None: 2}, skipkeys=True), json.dumps({(1,): 2, "k": 1}, skipkeys=True))
