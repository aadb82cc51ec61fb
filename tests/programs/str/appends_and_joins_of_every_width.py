# s += t in place and not, joins, pieces of f-strings: all widths of characters, shared strings, strings of subclasses.
def grown(parts):
    text = ""
    for part in parts:
        text += part
    return text


for alphabet in (["ab", "c"], ["é", "x"], ["ł", "a"], ["𝔘", "é", "z"]):
    text = grown(alphabet * 400)
    print(len(text), text[:5], text[-5:], text == "".join(alphabet * 400), hash(text) == hash("".join(alphabet * 400)))

# Widening on the way, and never narrowing the characters that were there.
text = "a" * 30
for more in ("b", "é", "c", "ł", "d", "𝔘", "e", ""):
    kept = text
    text += more
    print(len(kept), len(text), text[29:], kept[29:])

# Who else holds the string keeps it.
text = "ant"
other = text
text += "hill"
print(text, other)
held = [text]
text += "!"
print(text, held)
table = {text: 1}
text += "?"
print(text, table)
print(hash("ant" + "hill") == hash("anthill"))

word = "abc"
word += word
word += word
print(word)
empty = ""
hello = "hello world"
empty += hello
print(empty is hello, empty)
for size in (6, 7, 8, 9, 22, 23, 24, 25, 486, 487, 488, 489, 520):
    text = "x" * size
    copy = text[:]
    text += "y"
    text += "zz"
    print(size, len(text), text[-4:], len(copy), copy[-1:])


class Name(str):
    pass


name = Name("base")
name += "ment"
print(name, type(name).__name__)
text = "plain "
text += Name("name")
print(text, type(text).__name__)

print(",".join([]), ",".join(["only"]), ",".join(["a", ""]), "".join(("é", "b")), "ł".join("abc"), "-".join(["𝔘", "x"]))
print("".join(["a"] * 3), repr("".join([""] * 3)), ", ".join(str(n) for n in range(5)), "".join({"k": 1}))
print(type(",".join([Name("n")])).__name__, ",".join([Name("n"), Name("m")]), Name(",").join(["a", "b"]))
for bad in ([1], ["a", None], ("a", b"b"), 5):
    try:
        print(" ".join(bad))
    except TypeError as error:
        print(error)
letter, wide = "é", "𝔘"
print(f"{letter}{wide}", f"a{letter}", f"{''}{'a'}", f"{wide:>3}|{letter:^5}|{'ab':.1}", f"{Name('q')}{1}{2.5}{None}")
