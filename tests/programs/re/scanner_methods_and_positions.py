import re
p = re.compile(r"(?P<word>\w+)(?P<sp>\s*)")
m = p.match("  hello world", 2)
print(m, m.span(), m.pos, m.endpos, m.lastindex, m.lastgroup, m.re is p, m.string)
print(m.group(), m.group("word", "sp"), m[1], m["sp"], m.groups(), m.groupdict(), m.start("word"), m.end(2), m.span("sp"), m.regs)
for bad in (3, -1, "none", 1.5, None):
    for method in ("group", "start", "span"):
        try:
            getattr(m, method)(bad)
        except (IndexError, TypeError) as e:
            print(method, bad, type(e).__name__, e)
print(m.expand(r"<\1|\g<word>|\g<2>|\n>"))
try:
    m.expand(r"\9")
except re.error as e:
    print(e, e.pos, e.colno, e.msg, e.pattern)
o = re.match(r"(a)|(b)", "b")
print(o.groups(), o.groups("-"), o.group(1), o.start(1), o.span(1), o.lastindex, o.expand(r"[\1\2]"))
s = p.scanner("ab cd")
print(s.match(), s.match(), s.match(), s.search())
print([x.span() for x in re.compile("").finditer("abc", 1, 2)], re.compile("b").search("abc", 2), re.compile("^b").search("abc", 1), re.compile("b$").search("abc", 0, 2))
print(re.compile(r"\bfoo").pattern, re.compile("x", re.I | re.M).flags, re.compile(b"x").flags, re.compile("(?ix) a b").flags)
print(p.groups, p.groupindex, repr(p), repr(re.compile("a" * 300))[:40], repr(re.compile("x", re.I | re.ASCII)))
print(re.compile("a") == re.compile("a"), hash(re.compile("a")) == hash(re.compile("a")), re.compile("a") == re.compile("a", re.I))
print(re.purge(), re.compile(p) is p)
try:
    re.compile(p, re.I)
except ValueError as e:
    print(e)
print(re.sub("(?P<x>a)(b)?", r"[\g<x>\2]", "abaa"), re.subn("", "-", "abc"), re.sub("a", lambda m: m[0].upper() * 2, "banana", count=2))
print(re.split("(,)|;", "a,b;c"), re.split("x*", "axbc"), re.split("b", "abab", maxsplit=1), re.findall("(a)(b)?", "abaa"), re.findall("", "ab"))
print(re.escape("a.b*c[d]-e f\n#&~é"), re.escape(b"a.b"))
print(re.fullmatch("a|ab", "ab"), re.fullmatch("a*?", "aaa").span(), re.match("(?s:.)(?-i:X)", "\nX", re.I), re.match("(?i:a)b", "AB"))
print(re.match(r"(?P<q>['\"]).*?(?P=q)", "'it\"s' x").group(), re.search(r"(?<=a)b(?!c)", "abcab").span(), re.search(r"(?<!a)b", "abcb").span(), re.match(r"(a)?(?(1)b|c)", "c").span())
import copy
print(copy.copy(p) is p, copy.deepcopy(m) is m, type(re.template) if hasattr(re, "template") else None, re.NOFLAG, re.I | 256, repr(re.RegexFlag(0)), re.A.name, repr(re.X | re.S))
print(re.match(r"[\w--\d]+" if False else r"[^\W\d]+", "ab1").group(), re.findall(r"\N{DIGIT ONE}|\x41|\u0042|\101", "1AB"), re.match(r"a{,3}b{2}c{1,}", "aaabbcc").group(), re.match("a{2", "a{2").group())
print(re.match(r"(?>a+)b", "aab"), re.match(r"(?>a+)ab", "aab"), re.match(r"a++b", "aab").group(), re.match(r"a*+a", "aa"))
