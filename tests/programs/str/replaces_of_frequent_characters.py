# One character that stands often in a text, replaced by more, fewer or as many, with and without a limit; against a
# replacement character by character.
import random

rng = random.Random(4)


def plain(text, old, new, limit):
    result = []
    for i in range(len(text)):
        c = text[i:i + 1]
        if c == old and limit != 0:
            c = new
            limit -= 1
        result.append(c)
    return text[:0].join(result)


checked = 0
for alphabet, news in (
    ("abc,", ["", ",", ";;", "<sep>", "x" * 40]),
    ("abé,", ["", "é", ";;", "ü" * 3]),
    ("ab–,", ["", "–", ";;", "–" * 9, "😀"]),
    ("ab😀,", ["", "😀😀", ";"]),
):
    for length in (0, 1, 63, 64, 65, 127, 128, 129, 300, 1000, 5000):
        text = "".join(rng.choices(alphabet, k=length))
        for new in news:
            for limit in (-1, 0, 1, 33, 64, 100, 1000):
                expected = plain(text, ",", new, limit)
                assert text.replace(",", new, limit) == expected, (alphabet, length, new, limit)
                if alphabet.isascii() and new.isascii():
                    assert text.encode().replace(b",", new.encode(), limit) == expected.encode()
                checked += 1
print(checked)
print(("a," * 40).replace(",", "--")[-12:], (b"\xff\x00" * 50).replace(b"\xff", b"\x00\x01")[:6])

# Words of wide text: of every width, alone and between spaces of every kind.
words = ["naïve", "a", "–", "“über”", "x" * 70, "é" * 70, "–" * 70, "😀", "plain", "😀plain", "ö"]
for spaces in (" ", "\u3000", "\x85\xa0", "\x1c\t\n", "\u2028 "):
    text = spaces.join(words)
    assert text.split() == words, ascii(spaces)
    assert (spaces + text + spaces).split() == words
    assert (text + spaces).split(None, 3) == words[:3] + [text[text.index(words[3]):] + spaces]
    assert text.split(spaces) == words
print([ascii(part) for part in "\u2014\x7f\x80 \x84\x86\u200b\u2003z".split()], "\u2003 \u3000".split())
print([ascii(part) for part in "–1 –é –– x".split("–")], len(set("– “ – ü – x".split())))
