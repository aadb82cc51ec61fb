# Searching in text of two and four bytes for each character, of needles of every width.
for base in ("naïve café – “über” ", "𝄞 clef – naïve ", "ab–"):
    for repeat in (1, 3, 20, 400):
        hay = base * repeat
        needles = ["na", "café", "–", "zebra", "b” ", hay[1:], hay[-7:], hay[-40:], "𝄞 c", "e" * 40, "–ab–", hay + "x", ""]
        shown = []
        for needle in needles:
            for start in (0, 5, len(hay) // 2):
                slow = next((i for i in range(start, len(hay) - len(needle) + 1) if hay[i : i + len(needle)] == needle), -1)
                assert hay.find(needle, start) == slow, (hay, needle, start)
            shown.append(slow)
            assert (needle in hay) == (hay.find(needle) >= 0)
            if needle:
                pieces = hay.split(needle)
                assert needle.join(pieces) == hay and len(pieces) == hay.count(needle) + 1
                assert hay.replace(needle, "<>") == "<>".join(pieces)
                head, middle, tail = hay.partition(needle)
                assert head + middle + tail == hay and len(head) == (hay.find(needle) if middle else len(hay))
        print(len(hay), shown)
many = "–a" * 3000
print(many.find("–a" * 40 + "b"), (many + "b").find("–a" * 40 + "b"), many.count("a–a"), many.find("aa"))
