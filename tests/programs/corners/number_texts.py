# runs: plain
# int and float: parsing, text, rounding, bytes, operators, pow.
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
for s in ["1", " 1 ", "+1", "-1", "--1", "1_0", "1__0", "_1", "1_", "0x10", "0b1", "0o7", "", " ", "१२", "1.0", "1e5", "\x001", "1\x00", "²", "１２", "\u2007 12\u3000", "0_0", "00", "0x", "1 2", "a", "Z", "0xg", "é"]:
    for b in [10, 0, 2, 8, 16, 36, 1, 37, -1]:
        try: print(repr(s), b, int(s, b))
        except Exception as e: print(repr(s), b, type(e).__name__, e)
    for f in (int, float):
        try: print(f.__name__, repr(s), f(s))
        except Exception as e: print(f.__name__, repr(s), type(e).__name__, e)
    try: print(int(s.encode(), 0))
    except Exception as e: print(type(e).__name__, e)
    try: print(float(s.encode()))
    except Exception as e: print(type(e).__name__, e)
for s in ["inf", "-inf", "+Infinity", "nan", "-nan", "infi", "1e400", "-1e400", "1e-400", ".5", "5.", ".", "e5", "1e", "1e+", "1e5_0", "1_0.0_1", "1._0", "1_.0", "0x1p3", "१.५", "1e१", " 1.5\n", "1.5 x", "1,5", "4.9e-324", "2.5e-324", "2.4e-324", "1.7976931348623159e308", "9007199254740993", "0.1e1000000000000000000000", "0e99999999999999999999999"]:
    try: print(repr(s), repr(float(s)))
    except Exception as e: print(repr(s), type(e).__name__, e)
for s in ["0x1p3", "0x1.8p1", "1.8", "-0x.8p0", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1p1024", "inf", "nan", "", "0x", "0x1.p", "0xp1", " 0x1p3 ", "0x1p3x", "0x1.fffffffffffff7p1023", "0x1.fffffffffffff8p1023", "1p5", "0X1P+5", "0x1_0p1"]:
    try: print(s, repr(float.fromhex(s)))
    except Exception as e: print(s, type(e).__name__, e)
for f in [0.0, -0.0, 1.0, 1.1, 5e-324, 1e308, float('inf'), float('nan'), -2.5, 1e16, 1e15, 123456789012345680.0, 1e22, 1e23, 1.5e-5, 0.0001, 0.00001]:
    print(repr(f), f.hex(), f.is_integer(), str(f))
    for m in ['as_integer_ratio', '__int__', '__trunc__', '__floor__', '__ceil__', '__round__', '__hash__', '__bool__', '__abs__', '__neg__']:
        try: print(m, getattr(f, m)() if m != '__hash__' or f == f else '')
        except Exception as e: print(m, type(e).__name__, e)
    for n in [-400, -2, -1, 0, 1, 2, 5, 15, 20, 400, None]:
        try: print(n, repr(round(f, n)))
        except Exception as e: print(n, type(e).__name__, e)
for n in [0, 5, 15, 25, 14, 16, -15, 1234567, 10**30 + 5 * 10**9, 2**70]:
    for d in [None, 0, 1, -1, -2, -10, -40, 5, 10**20, True]:
        try: print(n, d, round(n, d))
        except Exception as e: print(n, d, type(e).__name__, e)
    for a in [(), (1,), (8, 'big'), (16, 'little'), (2, 'middle'), (-1, 'big')]:
        try: print(n.to_bytes(*a))
        except Exception as e: print(type(e).__name__, e)
        try: print((-n).to_bytes(*a, signed=True))
        except Exception as e: print(type(e).__name__, e)
    print(n.bit_length(), n.bit_count(), n.as_integer_ratio(), n.conjugate(), n.numerator, n.denominator, n.is_integer())
for a in [b'', b'\xff', b'\x80\x00', [1, 2], (255, 256), "ab", 5, [1.5]]:
    for bo in ['big', 'little', 'x']:
        for sg in (0, 1):
            try: print(a, bo, sg, int.from_bytes(a, bo, signed=sg))
            except Exception as e: print(a, bo, sg, type(e).__name__, e)
for a, b in [(7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5), (5, 0), (2**70, 3), (-2**70, 2**65), (7.5, 2), (-7.5, 2), (7.5, -2), (1e300, 1e-300), (5, 0.0), (0.0, -1.0), (-0.0, 1.0), (float('inf'), 2), (2, float('inf')), (-2, float('inf')), (float('nan'), 1), (True, 2), (10**400, 1.0), (1.0, 10**400), (10**400, 10**399)]:
    for op in ['+', '-', '*', '/', '//', '%', '**', '<<', '>>', '&', '|', '^', '<', '==', 'divmod']:
        if op in ('**', '<<') and (abs(a) > 1000 or abs(b) > 1000): continue
        try: print(a if abs(a) < 1e50 else 'big', op, b if abs(b) < 1e50 else 'big', repr(divmod(a, b) if op == 'divmod' else eval(f"a {op} b"))[:60])
        except Exception as e: print(op, type(e).__name__, e)
for args in [(2, 3, 5), (2, -1, 5), (2, -1, 4), (2, 3, 0), (2, 3, -5), (2, 0, 1), (2, 0, -1), (2.0, 3, 5), (2, 3.0, 5), (0, 0), (0, -1), (0.0, -1), (2, -2), (10**400, -1), (3, 2**70, 7), (0, -1, 5), (True, True, True), ("a", 2), (2, "a"), (2, 3, "a"), (1.5, 2.5, None), (2, 1e400), (float('inf'), 0), (float('nan'), 0), (1, float('nan')), (-float('inf'), 3), (-float('inf'), -3)]:
    t(pow, *args)
t(int, 1.5); t(int, float('nan')); t(int, float('inf')); t(int, None); t(int, [1]); t(int, "5", 10.0); t(int, 5, 10); t(int, x=5); t(int, base=10); t(int, "5", base=7); t(int, b"\xff"); t(int, "9"*5000); t(str, 10**5000); t(int, "5"*30, 5)
class B:
    def __index__(self): return "x"
class C:
    def __int__(self): return 1.5
class D:
    def __int__(self): return True
class E:
    def __trunc__(self): return 5
class F:
    def __float__(self): return 1
class G(float): pass
class H:
    def __float__(self): return G(2.5)
for c in (B, C, D, E, F, H): t(int, c()); t(float, c()); t(hex, c()); t(range, c()); t(lambda: [1, 2, 3][c()]); t(round, c())
for v in [0, 1, -1, 255, -255, 2**70, True]: print(bin(v), oct(v), hex(v))
for v in [1.5, "a", None]:
    for f in (bin, oct, hex, chr, ord): t(f, v)
for v in [-1, 0x110000, 2**70, 0xd800, 0x10ffff]: t(chr, v)
for v in ["", "ab", b"", b"ab", b"\xff", "é", 5]: t(ord, v)
