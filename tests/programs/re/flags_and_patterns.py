import re

print(re.I, repr(re.I | re.M), re.NOFLAG, repr(re.RegexFlag(0)), int(re.I | re.S), re.IGNORECASE is re.I, type(re.A))
print(str(re.I), f"{re.X}", re.I.name, re.I.value, isinstance(re.I, int), re.RegexFlag["M"], re.I in (re.I | re.L))
print(repr(re.RegexFlag(1024 | 2)), re.RegexFlag.__module__, len(re.RegexFlag), [f.name for f in re.I | re.A])
for p in ("a", b"a"):
    print(repr(re.compile(p)), repr(re.compile(p, re.I)), re.compile(p).flags, re.compile(p, re.A | re.X).flags)
print(repr(re.compile("(?i)a")), re.compile("(?im)a").flags, repr(re.compile("a'\"\n")), repr(re.compile("x" * 300)) == "re.compile('" + "x" * 199 + ")")
print(re.findall("a.b", "a\nb", re.S), re.findall("^x", "x\nx", flags=re.M), re.findall("A", "aA", re.I), re.findall(" a # c", "a", re.X))
print(re.findall(r"\w", "aé"), re.findall(r"(?a)\w", "aé"), re.findall(rb"\w", "aé".encode()), re.findall("É", "é", re.I))
p = re.compile(r"(?P<a>x)(?P<b>y)(z)")
print(p.groups, p.groupindex, type(p.groupindex).__name__, dict(p.groupindex), list(p.groupindex), p.pattern)
try:
    p.groupindex["c"] = 1
except TypeError as e:
    print(e)
print(p == re.compile(r"(?P<a>x)(?P<b>y)(z)"), re.compile("a") == re.compile("a", re.I), re.compile("a") == re.compile(b"a"), re.compile("a") != 3)
re.purge()
print(re.compile("q") == re.compile("q"), hash(re.compile("q")) == hash(re.compile("q")), len({re.compile("q"), re.compile("q"), re.compile("r")}))
a = re.compile("cached")
print(re.compile("cached") is a, re.compile(a) is a, re.compile("cached", re.I) is a)
re.purge()
print(re.compile("cached") is a, re.compile("cached") == a)
for i in range(1200):
    re.compile(f"many{i}")
print(re.match("many5", "many5").span())
print(re.escape("a.b*c d\n[é]-~"), re.escape(b"a.b\x00 \xff"), re.escape(""), re.escape("_1"))
print(re.error is re.PatternError, issubclass(re.error, Exception), re.Pattern.__name__, re.Match.__module__)
print(re.Pattern[str], re.Match[bytes], isinstance(a, re.Pattern), isinstance(re.match("", ""), re.Match))
for make in (re.Pattern, re.Match):
    try:
        make()
    except TypeError as e:
        print(e)
for name in ("pattern", "flags", "groups", "new"):
    try:
        setattr(a, name, 1)
    except AttributeError as e:
        print(e)
print([n for n in dir(re.Pattern) if n[0] != "_"], [n for n in dir(re.Match) if n[0] != "_"])
