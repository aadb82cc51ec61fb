# runs: plain
# Methods of str over Unicode, and their errors.
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
strs = ["", "abc", "ABC", "aBc dEf", "straße", "ŉ", "ǆ", "ΑΣ", "ΑΣΑ", "İstanbul", "ı", "ﬁ", "é", "e\u0301", "中文", "123", "१२", "²", "½", "\t\n", " \u3000", "\x1c", "\u2028", "a\x00b", "\U0001F600", "\ud800", "_a1", "1a", "def", "ªº", "ⅷ", "ᾳ", "ß", "ΐ", "hello world's", "they're bill's", "x\tyy\tz", "\r\n\n\r", "a\x0bb\x0cc\x1dd\x85e\u2028f", "\u0345", "ͅα", "Σ", "aΣ", "aΣb", "a.Σ", "\xad"]
for s in strs:
    for m in "capitalize casefold lower upper swapcase title isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper strip lstrip rstrip split rsplit splitlines expandtabs".split():
        print(ascii(s), m, ascii(getattr(s, m)()))
    print(ascii(s.splitlines(True)), ascii(repr(s)), ascii(s.center(9, "*")), ascii(s.ljust(5)), ascii(s.rjust(5, "é")), ascii(s.zfill(6)), ascii(s.encode('utf-8', 'surrogatepass')), ascii(s.partition("b")), ascii(s.rpartition("b")), ascii(s.split("b")), ascii(s.rsplit("b", 1)), ascii(s.replace("", "-")), ascii(s.replace("b", "é", 1)), s.count(""), s.find("b"), s.rfind(""), ascii(s[::-1]), ascii(s.removeprefix("a")), ascii(s.removesuffix("c")), ascii(s * 2))
s = "hello"
for e in ["s.find('l', 3)", "s.find('', 5)", "s.find('', 6)", "s.rfind('', 6)", "s.index('z')", "s.rindex('z')", "s.count('l', 0, 3)", "s.count('', 2)", "s.count('', 10)", "s.startswith(('a', 'he'))", "s.startswith(())", "s.startswith(['h'])", "s.startswith(('a', 1))", "s.startswith('')", "s.startswith('', 5)", "s.startswith('', 6)", "s.endswith('lo', -2)", "s.endswith('lo', None, None)", "s.split('')", "s.split(None, 1)", "s.split(5)", "s.split(sep='l', maxsplit=1)", "s.rsplit(maxsplit=0)", "'  a b  '.split(None, 0)", "'  a b  '.rsplit(None, 1)", "s.join([])", "s.join('ab')", "s.join([1])", "s.join(['a', 1])", "s.join(5)", "s.join({'a': 1})", "''.join(x for x in 5)", "s.translate({104: 'J', 101: None, 108: 76})", "s.translate({104: 1.5})", "s.translate({104: 0x110000})", "s.translate({104: -1})", "s.translate('abc')", "s.translate([])", "s.translate(5)", "str.maketrans('ab', 'cd', 'e')", "str.maketrans('ab', 'c')", "str.maketrans({'a': 1, 98: 'x'})", "str.maketrans({'ab': 1})", "str.maketrans({1.5: 1})", "str.maketrans(5)", "str.maketrans('a', 5)", "str.maketrans('a','b',5)", "s.center(10, 'ab')", "s.center(10, '')", "s.center('a')", "s.center(8)", "s.center(9)", "'ab'.center(5)", "s.expandtabs(-1)", "'a\\tb'.expandtabs(0)", "'a\\tb\\nc\\td'.expandtabs(4)", "s.zfill(10**20)", "'-5'.zfill(5)", "'+'.zfill(3)", "s.replace('l', 'L', count=1)", "s.replace('l', 'L', -1)", "s.replace('l', 5)", "s[1.5]", "s['a']", "s[10]", "s[-6]", "s[::0]", "s[1:3:'a']", "s + 5", "5 + s", "s * 1.5", "s * -1", "s < 5", "s == 5", "5 in s", "'' in s", "s % 5", "s.encode('xyz')", "s.encode(5)", "s.encode('ascii', 'foo')", "'é'.encode('ascii', 'foo')", "'é'.encode('ascii')", "'aéb中\\ud800'.encode('ascii', 'backslashreplace')", "'aéb中\\ud800'.encode('ascii', 'xmlcharrefreplace')", "'aéb中\\ud800'.encode('ascii', 'namereplace')", "'aéb中'.encode('latin-1', 'replace')", "'aéb中'.encode('ascii', 'ignore')", "'\\ud800'.encode()", "'\\udcff'.encode('utf-8', 'surrogateescape')", "b'\\xff\\xfe'.decode()", "b'a\\xc3'.decode()", "b'\\xff'.decode('utf-8', 'surrogateescape')", "b'\\xe4\\xb8'.decode('utf-8', 'replace')", "b'\\xff'.decode('ascii', 'backslashreplace')", "b'\\xff'.decode('ascii', 'xmlcharrefreplace')", "str(b'ab')", "str(b'ab', 'ascii')", "str(b'ab', errors='strict')", "str('a', 'ascii')", "str(5, 'ascii')", "str(object=5)", "str(1, 2, 3, 4)", "str.lower(5)", "str.join()", "s.foo", "s.upper(1)", "s.isalpha(x=1)", "s.format_map({'a': 1})", "'{a}'.format_map({'a': 1})", "'{a}'.format_map({})", "'{}'.format_map({})", "'{0}'.format_map([1])", "s.__getitem__(slice(1, 3))", "s.__contains__('e')", "s.__mul__(2)", "s.__rmul__(2)", "s.__mod__(())", "'%s'.__rmod__('a')", "s.__sizeof__() > 0", "s.__getnewargs__()", "s.__format__('>10')", "s.__format__(5)", "hash('') == hash(b'')", "'a' 'b' f'{1}' r'\\n'", "'\\N{BULLET}'", "'\\x41\\u0042\\U00000043\\103'", "'a' < 'b' < 'é' < '中' < '\\U0001F600'", "max('hello')", "sorted('héllo')", "s.isidentifier()", "list('a\\U0001F600')", "'abc'.__iter__().__length_hint__()", "s.removeprefix(5)", "s.partition('')", "s.partition(5)", "s.splitlines(keepends=True)", "s.expandtabs(tabsize=3)", "'a,b'.split(',', maxsplit=-5)", "ascii('é\\U0001F600\\ud800')", "repr('\\'')", "repr('\"\\'')", "repr('\\x7f\\x80\\xa0\\xad\\u200b\\ue000\\U000e0001')"]:
    ev(e)
class S(str):
    def __str__(self): return "S!"
    def __repr__(self): return "R!"
x = S("abc")
print(x, [x], str(x), f"{x}", f"{x:>5}", f"{x!s:>5}", "%s" % x, "{}".format(x), x + "", type(x + ""), type(x.upper()), type(x[:]), type(x.strip()), x.join(["1", "2"]), type(x * 1), type(x.replace("z", "")), x == "abc", hash(x) == hash("abc"), {x: 1}["abc"])
