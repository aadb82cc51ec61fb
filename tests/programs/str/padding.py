for s in ("", "a", "ab", "abc", "-5", "+5", "é"):
    for w in (-1, 0, 1, 2, 3, 4, 5, 6, 7):
        print(repr(s.center(w)), repr(s.center(w, "*")), repr(s.ljust(w, ".")), repr(s.rjust(w, "🙂")), repr(s.zfill(w)))
print(repr("a\tb\t\tc".expandtabs()), repr("a\tb".expandtabs(4)), repr("a\tb\n\tc\r\td".expandtabs(3)), repr("a\tb".expandtabs(0)), repr("a\tb".expandtabs(-5)), repr("é\tb".expandtabs(tabsize=2)))
for call in ("'a'.center()", "'a'.center('x')", "'a'.center(5, 'ab')", "'a'.center(5, '')", "'a'.ljust(5, 5)", "'a'.rjust(10**30)", "'a'.center(2**62)", "'a'.zfill(1.5)", "'a'.zfill(2**62)", "'a'.expandtabs(2**40)", "'a'.expandtabs('x')"):
    try:
        print(eval(call))
    except (TypeError, OverflowError, MemoryError) as error:
        print(call, type(error).__name__, error)
