import re

print(re.split(r",\s*", "a, b,c,  d"), re.split(r"(,)\s*", "a, b,c"), re.split("x", "abc"), re.split("", "abc"))
print(re.split(r"(-)|(,)", "a-b,c"), re.split("b*", "abxbbc"), re.split(r"\b", "ab cd"), re.split(",", "a,b,c,d", maxsplit=2))
print(re.compile(",").split("a,b,c", 1), re.compile(",").split("a,b,c", maxsplit=-1), re.split(b"-", b"a-b"))
print(re.findall("a.", "abacad"), re.findall("(a)(.)", "abac"), re.findall("(a).", "abac"), re.findall("a|(b)", "ab"))
print(re.findall("", "abc"), re.findall("x*", "axb"), re.findall(b"[a-c]", b"abcd"), re.findall("é|日", "é日x"))
p = re.compile(r"\w+")
print(p.findall("one two three", 4), p.findall("one two three", 4, 6), [m.span() for m in p.finditer("one two", 1)])
it = p.finditer("a b")
print(next(it), next(it), next(it, "end"), next(it, "end"), iter(it) is it)
scanner = re.compile("a|b").scanner("abxa")
print(scanner.match(), scanner.match(), scanner.match(), scanner.search(), scanner.pattern)
scanner = re.compile("a|b").scanner("abxa")
print(scanner.search(), scanner.search(), scanner.search(), scanner.search())
print(re.split("(a)(b)?", "xaxabx"))
print([m.group() for m in re.finditer("(?<=a)b", "abcb ab")], re.findall(r"(?m)^\w", "ab\ncd"))
s = "abc"
print(re.split("x", s)[0] is s)
words = re.Scanner([(r"[a-z]+", lambda s, t: ("w", t)), (r"\d+", lambda s, t: int(t)), (r"\s+", None), ("=", "eq")])
print(words.scan("abc 12 = q !rest"))
for call in ("re.split('a')", "re.findall()", "re.compile('a').split('b', 'c')", "re.compile('a').findall('b', 1, 2, 3)"):
    try:
        eval(call)
    except TypeError as e:
        print(e)
