# runs: plain
# Format specifications and str.format fields, valid and not.
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
vals = [0, 1, -1, 255, 10**20, -10**20, True, 1.5, -0.0, 1e300, 1e-5, float('inf'), float('-inf'), float('nan'), 123456789.123456789, "abc", "", "é\u0301", None, 2**64]
specs = ["", "5", "<5", ">5", "^7", "=7", "*^9", "05", "+", "-", " ", "+.3", "x", "#x", "#010X", "b", "#b", "o", "c", "d", "n", ",", "_", ",d", "_d", "_x", "_b", "_o", ",x", "e", "E", "f", "F", "g", "G", "%", ".0f", ".2f", ",.2f", "_.2f", "010,.1f", "012,d", "#.0f", "#.0e", "#g", "z.1f", "z", "zd", "s", ".2", ".2s", "5.1s", "=s", "05s", "<05", "0<5", "^05", "r", "!r", ".f", ".", "5.", ",,", ",_", "_,", "1000000000000000000000", ".1000000000000000000000", "\u00e9^5", "\U0001F600>5", "}", "+s", "-s", " s", "#s", ",s", ".2d", ".2x", "+c", "#c", ",c", "=5", "020n", ".3n", ".10g", ".1g", ".17g", "a", "i", "u", "xx", "0", "00", "000005", "<0", ">010d", "=010", "=+010", "= 010"]
for s in specs:
    for v in vals:
        try:
            print(repr(s), repr(v), repr(format(v, s)))
        except Exception as e:
            print(repr(s), repr(v), type(e).__name__, e)
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __repr__(self): return "rép"
    def __str__(self): return "str"
fm = ["{}", "{0}", "{0}{}", "{}{0}", "{a}", "{0.real}", "{0[1]}", "{0[a]}", "{0!r}", "{0!s}", "{0!a}", "{0!x}", "{0!}", "{0!rr}", "{0!r:>5}", "{:{}}", "{:{}.{}}", "{:{:{}}}", "{", "}", "{{", "}}", "{{}}", "{}}", "{{}", "{0", "{0:", "{0!", "{0[", "{0[]}", "{0.}", "{.}", "{[}", "{0[1]x}", "{0..a}", "{:>{w}}", "{a[b]}", "{-1}", "{ 0}", "{0 }", "{01}", "{99999999999999999999}", "{0:}}", "{0:{}", "{0:{{}}}", "{!r}", "{:}", "{0[1}"]
for f in fm:
    for args, kw in [((), {}), ((F(),), {}), (([1, 2],), {}), (({'a': 1},), {}), ((1, 5), {'w': 3, 'a': {'b': 2}}), ((1.5, 8, 3), {})]:
        try:
            print(repr(f), repr(f.format(*args, **kw)))
        except Exception as e:
            print(repr(f), type(e).__name__, e)
