# What may be an identifier, and how identifiers are normalised.
for text in ["a", "_", "1a", "", "é", "ª", "℘", "℮", "\u00b7", "a\u00b7", "x\u0301", "\u0301x", "𝔘𝔫𝔦", "ﬁ", "a-b", "a b", "١", "a١", "\u2118",
             "\u037a", "a\u037a", "゛", "\u309b", "ⅷ", "\U0001f600", "for", "\u200c", "a\u200d", "中文", "\u3007", "\ud800"]:
    print(ascii(text), text.isidentifier())
ﬁ = 1
𝔘 = 2
print(fi, U, "fi" in globals(), "ﬁ" in globals())


class Box:
    ſ = 3


print(Box.s, hasattr(Box, "s"), hasattr(Box, "ſ"))
