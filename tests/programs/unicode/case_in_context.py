# Case mapping of words: final sigma, titles after letters without case, special mappings, combining marks.
WORDS = [
    "ΑΣ", "ΣΑΣ", "Σ", "ΑΣ.", "ΑΣΑ", "ΑΣ\u0301", "Α\u0301Σ", "ß", "ẞ", "ŉ", "ǰ", "ΐ", "ﬁ", "ﬃx", "İ", "i̇", "ı", "ǆ", "ǅ", "Ǆ",
    "ǅa", "straße", "STRASSE", "ΌΣΟΣ ΌΣΟΣ", "they're bill's", "o'neil d'arc", "x1y2z", "\u0345", "α\u0345", "ᾳ", "ᾼ", "Ꮿ", "ꮿ",
    "ⅷ", "Ⓐ", "𐐀", "𐐨", "ﬀ", "ﬓ", "K", "Å", "ſ", "µ", "ÿ", "\u1e9e", "a\u0308", "ა", "Ა", "ᲀ",
]
for word in WORDS:
    print(ascii(word), ascii(word.lower()), ascii(word.upper()), ascii(word.title()), ascii(word.capitalize()),
          ascii(word.casefold()), ascii(word.swapcase()), word.istitle(), word.islower(), word.isupper())
for a, b in [("straße", "STRASSE"), ("ΌΣΟΣ", "όσος"), ("ﬃ", "FFI"), ("İ", "i̇"), ("ſ", "S"), ("K", "k")]:
    print(ascii(a), ascii(b), a.casefold() == b.casefold(), a.lower() == b.lower())
print(sorted(["é", "e", "z", "E", "Z", "ß", "ss", "\U00010000", "\uffff", "\ud800"], key=lambda c: c.encode("utf-8", "surrogatepass")) ==
      sorted(["é", "e", "z", "E", "Z", "ß", "ss", "\U00010000", "\uffff", "\ud800"]))
