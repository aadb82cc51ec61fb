samples = ["", "a", "A1", "1", "½", "²", "٣", "一", " ", "\t\n", "\u3000", "_x", "1x", "é", "ª", "def", "a b", "\x7f", "\xa0", "🙂", "\ud800", "Ⅷ", "x\u0301"]
names = ["isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper"]
for s in samples:
    print(ascii(s), [getattr(s, name)() for name in names])
