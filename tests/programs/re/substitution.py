import re

print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", count=2), re.subn("a", "-", "banana"), re.subn("x", "-", "banana"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"(?P<first>\w)\w*", r"<\g<first>>", "ab cd"))
print(re.sub(r"(a)|b", r"[\1]", "ab"), re.sub(r"(a)(b)?", r"\g<1>0\g<2>", "aab"), re.sub("x", r"\n\t\\", "axb"))
print(re.sub("a", lambda m: m.group().upper() + str(m.start()), "banana"))
print(re.sub("a", lambda m: None, "banana"), re.sub("", "-", "abc"), re.sub("b*", "-", "abc"), re.sub("x*", "-", "abxd"))
print(re.sub("a", r"\0\101\x", "a") if False else re.sub("a", r"\0\101", "a").encode())
print(re.sub(b"a", b"<\\g<0>>", b"banana"), re.sub(b"a", lambda m: m.group() * 2, b"banana"))
print(re.sub("[aeiou]", "é", "héllo wörld"), re.sub("é", "e", "éléphant"), re.sub("o", "𝄞", "foo"))
print(re.compile("a").sub("b", "aaa", 1), re.compile("a").subn("b", "aaa", count=2), re.compile("a").sub(repl="q", string="xa"))
print(re.sub("a", "b", "aaa", count=-1), re.match("(a)(b)?", "a").expand(r"\1-\2-\g<0>"))
s = "nothing"
print(re.sub("x", "y", s) is s)
for repl in (r"\2", r"\g<2>", r"\g<name>", r"\g<", r"\g<>", r"\g", r"\q", r"\g<-1>", r"\g<1a>", "\\", r"\400", r"\g<é>", r"\99"):
    try:
        print(re.sub("(a)", repl, "banana"))
    except (re.PatternError, IndexError) as e:
        print(type(e).__name__, e, getattr(e, "pos", "-"))
for repl in (lambda m: 1, b"x", 5, None, lambda m: b"x"):
    try:
        print(re.sub("a", repl, "ba"))
    except TypeError as e:
        print(e)
for repl in (lambda m: "x", "x"):
    try:
        print(re.sub(b"(a)", repl, b"ba"))
    except TypeError as e:
        print(e)


def broken(m):
    raise KeyError(m.group())


try:
    re.sub("n", broken, "banana")
except KeyError as e:
    print("KeyError", e)
calls = []
print(re.sub("a", lambda m: calls.append(m.span()) or re.sub("a", "x", m.group()), "abca"), calls)
print(re.sub("(.)(.)?", lambda m: repr(m.groups()), "abc"))
