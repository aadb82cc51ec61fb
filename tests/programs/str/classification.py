# isalpha and its kin over short texts, empty text included.
METHODS = ["isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper"]
for text in ["", "a", "A", "1", " ", "aB", "a1", "a b", "Ab Cd", "AB", "\xb2", "\xbd", "\u0661", "\u4e00", "\u01c5", "\u2167", "\xdf", "\u2003", "\x1c", "\x85", "\xad", "\u200b", "\n", "a\n", "_a", "1a", "\U0001d7d8", "\ud800", "\u0345", "\xaa", "They'Re"]:
    print(ascii(text), *(name[2:] for name in METHODS if getattr(text, name)()))
