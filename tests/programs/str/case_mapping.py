texts = ["Hello World", "straße", "ǆ ǅ Ǆ", "ΑΣ ΑΣΑ Σ", "ﬁne ŉ", "İıiI", "they're bill's", "x2y 3abc", "", "ÀÉÎ", "ß", "ὈΔΥΣΣΕΎΣ", "aBc\nDeF"]
for s in texts:
    print(ascii(s), ascii(s.lower()), ascii(s.upper()), ascii(s.title()), ascii(s.capitalize()), ascii(s.swapcase()), ascii(s.casefold()))
    print(s.islower(), s.isupper(), s.istitle())
