import re

m = re.match(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?", "2024-05 and more")
print(m, m.group(), m.group(1, 2), m.group("year", "month", "day"), m["month"], m[0])
print(m.groups(), m.groups("x"), m.groupdict(), m.groupdict(default=0))
print(m.span(), m.span("month"), m.span(3), m.start(2), m.end("year"), m.start("day"))
print(m.lastindex, m.lastgroup, m.regs, m.pos, m.endpos, m.string, m.re.pattern)
print(re.fullmatch(r"a|ab", "ab"), re.fullmatch(r"a", "ab"), re.search("b+", "aabbb").span())
p = re.compile(r"(a)|(b)")
print([(x.lastindex, x.lastgroup, x.groups()) for x in p.finditer("abxba")])
print(p.match("xa", 1).span(), p.match("xa"), p.search("aab", 2).span(), p.search("aab", 1, 2).span())
print(p.match("ab", -5), p.match("ab", 100), p.search("ab", 0, -1), p.match("ab", 0, 10**6))
print(re.compile("^b").match("ab", 1), re.compile(r"\Bb").match("ab", 1), re.compile("a$").match("ab", 0, 1))
print(bool(re.match("", "")), re.match("", "").span(), re.match("(x)?", "").group(1))
for bad in (1, -1, 2**70, "x", b"x", None, [], 1.0):
    try:
        print(re.match("", "").group(bad))
    except Exception as e:
        print(type(e).__name__, e)
print(re.match("a", "a").group(False), re.match("(a)", "a").group(True))
import copy

m = re.match("a", "a")
print(copy.copy(m) is m, copy.deepcopy(m) is m, copy.copy(p) is p, copy.deepcopy(p) is p)


class S(str):
    pass


m = re.match("ab", S("abc"))
print(type(m.string), type(m.group()), m.string == "abc")
s = "abc"
print(re.match("abc", s).group() is s)
print(re.match(b"(a)(b)?", b"ac").groups(), re.match(b"(?P<n>a)", b"a").groupdict())
print(re.match("(é+)(日)?(𝄞)?", "éé日𝄞").groups(), re.search("𝄞", "日本𝄞").span())
print(repr(re.match(".*", "'" * 60)), repr(re.match(b".*", b"x" * 60)))
