"""Text: methods over strings of every width, and properties over all code points."""

import sys

NASTY = ["", " ", "a", "abc", "hello world", " \t x \n", "ß", "ŉ", "ǆ", "ΑΣ", "ΑΣΑ", "Σ", "Α.Σ", "ΑΣ.Β", "İI", "ﬁne", "ὒ straße",
         "𐐀𐐨", "aé", "日本語", "日本 語\u3000x", "x\ud800y", "\udcff", "it's", 'say "hi"', "both'\"", "back\\slash",
         "\x00\x1f\x7f\x80\xa0\xad", "\u2028line\u2029", "\u200b\ufeff", "\U0001f600 smile", "Ǆungla ǆ", "O'Neill's they're",
         "a\x1cb\x1dc\x1ed\x85e\u2028f\x0bg\x0ch\ri\r\nj\n\nk", "ªº", "ͅα", "１２３", "²³", "Ⅷ", "٣", "a_b", "_x9", "9x", "é_ñ", "a b"]


def show(value):
    if isinstance(value, (list, tuple)):
        return "|".join(show(item) for item in value)
    return value if isinstance(value, str) else str(value)


def digest(values):
    """Polynomial hash over numbers, modulo the prime 2**61 - 1."""
    total = 0
    for value in values:
        total = (total * 1000003 + value + 1) % (2**61 - 1)
    return str(total)


def lines(rng, scale):
    alphabets = ["ab", "ab ", "aé", "ab日", "a日本", "ab😀", "aa b\n", "ABab ßΣσ", "ǅab'İ"]

    def word(longest):
        alphabet = rng.choice(alphabets)
        return "".join(rng.choice(alphabet) for _ in range(rng.randint(0, longest)))

    texts = NASTY + [word(12) for _ in range(10 * scale)]
    for text in texts:
        for name in ("upper", "lower", "title", "capitalize", "swapcase", "casefold"):
            yield name, text, getattr(text, name)()
        for name in ("isalpha", "isdecimal", "isdigit", "isnumeric", "isalnum", "isspace", "isidentifier", "islower", "isupper",
                     "istitle"):
            yield name, text, show(getattr(text, name)())
        yield "repr", text, repr(text)
        yield "ascii", text, ascii(text)
        for keep in (0, 1):
            yield "splitlines", text, str(keep), show(text.splitlines(keep))
        yield "strip", text, text.strip()
        yield "lstrip", text, text.lstrip()
        yield "rstrip", text, text.rstrip()
        for limit in (-1, 0, 1, 2):
            yield "split_spaces", text, str(limit), show(text.split(None, limit))
            yield "rsplit_spaces", text, str(limit), show(text.rsplit(None, limit))
        for size in (-1, 0, 1, 4, 8):
            tabbed = text.replace(" ", "\t").replace("b", "\t")
            yield "expandtabs", tabbed, str(size), tabbed.expandtabs(size)
        yield "zfill", text, "6", text.zfill(6)
    for text in ("-1", "+12", "--", "-", "+é"):
        yield "zfill", text, "6", text.zfill(6)
    hays = [word(40) for _ in range(12 * scale)] + ["ab" * 30, "a" * 50, "日" * 60 + "本", ("aab" * 20) + "日", "ab日" * 20]
    for hay in hays:
        needles = [word(3) for _ in range(3)] + [hay[i:i + rng.randint(0, 6)] for i in (0, rng.randint(0, len(hay)))]
        needles.append("a" * 20 + "b")
        for needle in needles:
            yield "find", hay, needle, str(hay.find(needle))
            yield "rfind", hay, needle, str(hay.rfind(needle))
            yield "count", hay, needle, str(hay.count(needle))
            yield "startswith", hay, needle, str(hay.startswith(needle))
            yield "endswith", hay, needle, str(hay.endswith(needle))
            yield "compare", hay, needle, str((hay > needle) - (hay < needle))
            for limit in (-1, 1, 2):
                new = rng.choice(["", "x", "é", "日本", "😀", "aab"])
                yield "replace", hay, needle, new, str(limit), hay.replace(needle, new, limit)
            if needle:
                for limit in (-1, 0, 1, 2):
                    yield "split", hay, needle, str(limit), show(hay.split(needle, limit))
                    yield "rsplit", hay, needle, str(limit), show(hay.rsplit(needle, limit))
                yield "partition", hay, needle, show(hay.partition(needle))
                yield "rpartition", hay, needle, show(hay.rpartition(needle))
    for data in (b"", b"abc", b"it's", b"both'\"", b"\x00\xff\t\n\r\\", bytes(range(256))):
        yield "repr_bytes", data.decode("latin-1"), repr(data)
    for text in ("１２３", "1２\u2003", "\x1c1", "x٣", "٣\u3000", "𝟘𝟡", "1\xa0é", "²"):
        try:
            result = str(int(text))
        except ValueError:
            result = "ValueError"
        yield "int", text, result
    for length in (0, 1, 5):
        for start in (-7, -5, -1, 0, 1, 4, 5, 6, 2**63 - 1, -(2**63)):
            for end in (-7, -1, 0, 3, 5, 6, 2**63 - 1):
                found = ("x" * length).find("", start, end)
                stop = slice(start, end).indices(length)[1]
                yield "clamp_range", str(start), str(end), str(length), "None" if found < 0 else f"{found}..{stop}"
    # The planes in between are unassigned throughout; with a larger scale all code points are tried.
    assigned = [range(0x32400), range(0xDFF00, 0xE0300), range(0x10FF00, 0x110000)] if scale == 1 else [range(sys.maxunicode + 1)]
    everything = [chr(code) for codes in assigned for code in codes]
    for name in ("upper", "lower", "title", "casefold", "swapcase", "capitalize"):
        yield "all", str(len(everything)), name, digest(ord(c) for char in everything for c in getattr(char, name)())
    for name in ("isalpha", "isdecimal", "isdigit", "isnumeric", "isalnum", "isspace", "isidentifier", "islower", "isupper", "istitle",
                 "isprintable"):
        yield "all", str(len(everything)), name, digest(getattr(char, name)() for char in everything)
    yield "all", str(len(everything)), "continues", digest(("a" + char).isidentifier() for char in everything)
    yield "all", str(len(everything)), "breaks", digest(len((char + "x").splitlines()) for char in everything)
    yield "all", str(len(everything)), "sigma", digest(ord(("A" + char + "Σ").lower()[-1]) for char in everything)
    yield "all", str(len(everything)), "sigma_after", digest(ord(("AΣ" + char).lower()[1]) for char in everything)
    import unicodedata
    yield "all", str(len(everything)), "decimal", digest(unicodedata.decimal(char, -1) for char in everything)
    yield "all", str(len(everything)), "digit", digest(unicodedata.digit(char, -1) for char in everything)
