# Splits of texts around the lengths up to which places are gathered first.
state = 99


def text(length, letters):
    global state
    out = []
    for _ in range(length):
        state = (state * 1103515245 + 12345) % 2**31
        out.append(letters[state >> 16 & 3])
    return "".join(out)


def split_slowly(string, separator, limit):
    parts, part = [], ""
    for c in string:
        if c == separator and (limit < 0 or len(parts) < limit):
            parts.append(part)
            part = ""
        else:
            part += c
    return parts + [part]


for length in list(range(20)) + [31, 32, 33, 62, 63, 64, 65, 66, 100, 127, 128, 129]:
    for letters in ("ab, ", "a,,,", "abcd", "é,a\t", "Ω,  "):
        string = text(length, letters)
        for limit in (-1, 0, 1, 2, 5, 64, 65):
            expected = split_slowly(string, ",", limit)
            assert string.split(",", limit) == expected, (string, limit)
            backwards = [part[::-1] for part in split_slowly(string[::-1], ",", limit)][::-1]
            assert string.rsplit(",", limit) == backwards, (string, limit)
            if string.isascii():
                data = string.encode()
                assert data.split(b",", limit) == [part.encode() for part in expected]
                assert data.rsplit(b",", limit) == [part.encode() for part in backwards]
        words = "".join(" " if c.isspace() else c for c in string)
        assert string.split() == [part for part in split_slowly(words, " ", -1) if part], string
        if string.isascii():
            assert string.encode().split() == [part.encode() for part in string.split()]
        assert ",".join(string.split(",")) == string
    print(length, repr(string[:10]), len(string.split(",")))
whole = "abc"
print(whole.split(",")[0] is whole, whole.split()[0] is whole, whole.rsplit(",")[0] is whole)
print("\x1ca\x1d\x1eb\x1f c\x85".split(), " ".split(), "".split(), "".split(","), ",".split(","))
