import re

patterns = [
    "(", ")", "a)", "[", "[a", "[b-a]", "*", "a**", "a{2,1}", "(?P<a", "(?P<>a)", "(?P<1>a)", "(?P<a>x)(?P<a>y)", "(?P=b)", r"\1", "(?<=a*)b",
    "(?z)", "(?", "(?i", "a(?i)b", "(?-)", "(?i-i:a)", "\\", r"\q", r"[\q]", r"\x1", r"\u12", r"\N{no such}", r"\400", "(?(1)a|b|c)", "(?(9)a)", "(?(x)a)",
    "a{99999999999}", "(?#", "x\n(", "(?<a)", "(?P", "(?Px)", "(?:", "(?=", "(?L)a", "(?au)a", "a{1,4294967295}", "++", "(?>a", "[]", "[^]",
]
for p in patterns:
    try:
        print(p.encode(), re.compile(p))
    except re.PatternError as e:
        print(p.encode(), "|", e, "|", e.msg, e.pos, e.lineno, e.colno, e.pattern == p)
    except Exception as e:
        print(p.encode(), type(e).__name__, e)
for p, f in ((b"(?u)a", 0), (b"a", re.U), ("a", re.L), ("a", re.A | re.U), (b"a", re.L | re.A)):
    try:
        print(re.compile(p, f))
    except Exception as e:
        print(type(e).__name__, e)
try:
    re.compile(b"a\n[b")
except re.error as e:
    print(e, e.args, repr(e), e.lineno, e.colno)
print(re.PatternError("m").args, re.PatternError("m", "ab\nc", 3), re.PatternError("m", "p"), re.PatternError("msg", b"x", 0).colno)
for args in (("a", 1), (1, "a"), (b"a", "a"), ("a", b"a"), (None, "a"), ("a", None), ("a", ["a"])):
    for f in (re.match, re.search, re.findall, re.split):
        try:
            print(f(*args))
        except TypeError as e:
            print(e)
try:
    re.match("a")
except TypeError as e:
    print(e)
try:
    re.compile("a", "b")
except TypeError as e:
    print(e)
try:
    re.compile(re.compile("a"), re.I)
except ValueError as e:
    print(e)
