# runs: plain
# Case mappings and comparisons of texts so long that they are dealt with in parts: a sigma sees the letters around it
# wherever a part ends, and so does a letter in title case.
import binascii

MARK = "\u0301"
LENGTH = 4_300_000


def told(name, text):
    print(name, len(text), binascii.crc32(text.encode("utf-8", "surrogatepass")))


def check(name, piece):
    text = piece * (LENGTH // len(piece))
    told(name, text.lower())
    told(name, text.swapcase())
    told(name, text.title())
    told(name, text.capitalize())


check("sigmas", "\u03a3")
check("words", "A\u03a3 \u03a3b \u0130")
check("marks", "a" + MARK * 997 + "\u03a3" + MARK * 3)
check("apart", "\u03a3" + MARK * 1009 + " x" + MARK)
check("letters", "ab\u01c5c")
told("first", ("a\u03a3" + " " * LENGTH).capitalize()[:3])
told("first", ("\u0130\u03a3." + "X" * LENGTH).capitalize()[:5])

for piece in ("x", "\xe9", "\u20ac", "\U0001f41c"):
    text = piece * LENGTH
    same, other, less = piece * LENGTH, text[:-1] + "\U0001f41d", text[:-1]
    print(text == same, text != same, text <= same, text < same, text == other, text < other, text > other, other >= text)
    print(text == less, text > less, less < text, less != text, [text] == [same], text in (less, same), text in {same: 1})
    print(text.startswith(less), text.endswith(less), text.startswith(other), other.endswith(less), other.startswith(less))
    print(len(text.removeprefix(less)), len(text.removesuffix(less)), len(text.removeprefix(other)), text == text[:])
    if text == same:
        print("equal")
    if not text < other:
        print("not less")


class Text(str):
    pass


text = Text("x" * LENGTH)
print(text == "x" * LENGTH, text < "x" * (LENGTH - 1), "x" * LENGTH == text, text == text)
