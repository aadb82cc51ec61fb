# runs: plain
# % formatting of str and bytes with values of every kind.
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
class I:
    def __repr__(self): return "<I>"
    def __index__(self): return 42
class FL:
    def __repr__(self): return "<FL>"
    def __float__(self): return 2.5
class IN(int):
    def __str__(self): return "INSTR"
    def __repr__(self): return "INREPR"
vals = [0, 1, -1, 255, 10**25, 1.5, -0.0, 1e300, float('inf'), float('nan'), "abc", "é", "", None, b"xy", I(), FL(), IN(5), True, 0x110000, 0x41, "ab", "a"]
fm = ["%d", "%i", "%u", "%x", "%X", "%#x", "%o", "%#o", "%c", "%s", "%r", "%a", "%e", "%E", "%f", "%F", "%g", "%G", "%5d", "%-5d|", "%05d", "%+d", "% d", "%.3d", "%8.3d", "%-8.3d|", "%08.3d", "%#.3x", "%#08x", "%.0f", "%#.0f", "%10.2f", "%-10.2f|", "%+.1e", "%.3s", "%10.3s", "%-10s|", "%5c", "%-5c|", "%ld", "%hd", "%Lf", "%5%", "%-5%", "%b", "%z", "%", "%5", "%.", "%.d", "%(", "%(a", "%(a)s", "%()s", "%*d", "%.*f", "%.*s", "%**d", "%é", "% +d", "%+ d", "%-05d|", "%0-5d|", "%#s", "%99999999999999999999d", "%s %s", "%%", "%%d", "abc", "%i%"]
for f in fm:
    for v in vals:
        for x in (v, (v,)):
            try: print(repr(f), type(v).__name__, repr(f % x))
            except Exception as e: print(repr(f), type(v).__name__, type(e).__name__, e)
    for x in [(), (1, 2), (5, 1), (5, 1.5), (5, "abcdefgh"), {}, {"a": 1}, {"": 3}, [1], {"a)": 2}]:
        try: print(repr(f), x, repr(f % x))
        except Exception as e: print(repr(f), x, type(e).__name__, e)
    try: bf = f.encode('ascii')
    except Exception: continue
    for v in [0, 255, 1.5, b"ab", "ab", None, (b"x",), {b"a": 1}, {"a": 1}, I(), 300, -1, ()]:
        try: print(repr(bf), repr(v) if not isinstance(v, I) else 'I', repr(bf % v))
        except Exception as e: print(repr(bf), type(e).__name__, e)
