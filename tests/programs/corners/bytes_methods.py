# runs: plain
# Methods of bytes and their errors.
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
b = b"hello world"
for e in ["b[0]", "b[-1:]", "b[100]", "b['a']", "b + 'a'", "b + b'a'", "b * 2", "b % 5", "b'%s' % 'a'", "b.find(b'o')", "b.find(111)", "b.find('o')", "b.find(300)", "b.index(b'z')", "b.count(b'l')", "b.count(108, 5)", "b.count(b'')", "b.split()", "b.split(b'o')", "b.split('o')", "b.split(b'')", "b.rsplit(b'o', 1)", "b.splitlines()", "b'a\\r\\nb\\x0bc\\x1cd\\x85'.splitlines()", "b.partition(b' ')", "b.partition(' ')", "b.rpartition(b'')", "b.join([b'a', b'b'])", "b.join(['a'])", "b.join(b'ab')", "b.replace(b'o', b'0')", "b.replace(b'', b'-')", "b.replace('o', b'')", "b.startswith(b'he')", "b.startswith((b'x', b'he'))", "b.startswith('he')", "b.startswith(('he',))", "b.endswith(b'ld', -2)", "b.strip(b'hd')", "b.strip('h')", "b.lstrip()", "b.upper()", "b.title()", "b.capitalize()", "b.swapcase()", "b.isalpha()", "b.isalnum()", "b''.isascii()", "b'A1'.istitle()", "b.center(20, b'*')", "b.center(20, '*')", "b.center(20, b'ab')", "b.ljust(15)", "b.zfill(15)", "b'-1'.zfill(5)", "b.hex()", "b.hex(':')", "b.hex(':', 2)", "b.hex(':', -2)", "b.hex('ab')", "b.hex('é')", "b.hex(b':')", "b.hex(5)", "bytes.fromhex('61 62\\n63')", "bytes.fromhex('6 1')", "bytes.fromhex('zz')", "bytes.fromhex('6')", "bytes.fromhex('é')", "bytes.fromhex(b'61')", "b.translate(None, b'l')", "b.translate(bytes(range(256)))", "b.translate(b'abc')", "b.translate(bytes(range(256)), delete=b'o')", "bytes.maketrans(b'ab', b'cd')[97:100]", "bytes.maketrans(b'ab', b'c')", "bytes.maketrans('a', 'b')", "b.expandtabs()", "b'a\\tb'.expandtabs(3)", "b.decode('ascii')", "b.decode(errors='x')", "bytes(5)", "bytes(-1)", "bytes([1, 2])", "bytes([256])", "bytes([-1])", "bytes(['a'])", "bytes('a')", "bytes('a', 'ascii')", "bytes('é', 'ascii')", "bytes(5, 'ascii')", "bytes(errors='x')", "bytes(b'a', 'ascii')", "bytes(1.5)", "bytes(None)", "bytes(range(3))", "bytes({3: 1})", "bytes(10**20)", "bytes(True)", "b < 'a'", "b == 'a'", "b < b'i'", "5 in b", "104 in b", "b'lo' in b", "'lo' in b", "300 in b", "hash(b'abc') == hash('abc')", "repr(b'\\'')", "repr(b'\\'\"')", "repr(bytes(range(40)))", "repr(b'\\x7f\\x80\\\\')", "str(b)", "b.removeprefix(b'he')", "b.removesuffix(b'ld')", "b.removeprefix('he')", "b.__getnewargs__()", "b.__bytes__()", "list(b'ab')", "b.__iter__().__length_hint__()", "max(b)", "sum(b)", "sorted(b'cab')", "b'abc'[::-1]", "b'a'.__mul__(3)", "b.isspace()", "b' \\t\\n\\x0b\\x0c\\r'.isspace()", "b'aB'.islower()", "b.index(b'o', 5)", "b.rindex(b'o', 5, 7)", "b.rfind(b'')", "b.find(b'', 20)", "b.find(b'', 11)", "bytes.fromhex('')", "b.copy()", "b.append(1)"]:
    ev(e)
class Y:
    def __bytes__(self): return b"Y"
class Z:
    def __bytes__(self): return "Z"
class W(bytes):
    def __bytes__(self): return b"W!"
t(bytes, Y()); t(bytes, Z()); t(bytes, W(b"x")); print(W(b"x"), b"%b" % Y(), b"%a" % Y.__name__, b"%s" % W(b'q'))
t(lambda: b"%b" % Z()); t(lambda: b"%b" % "a"); t(lambda: b"%c" % 256); t(lambda: b"%c" % b"ab"); t(lambda: b"%c" % "a"); t(lambda: b"%d" % "a")
