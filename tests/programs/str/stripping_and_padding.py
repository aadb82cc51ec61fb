# strip, center, ljust, zfill, expandtabs, removeprefix and their kin.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print([s.strip() for s in ("", " a ", "\t\n a b \x0b", "\u2003a\xa0")], "xxaxx".strip("x"), "abcba".strip("ab"), "abc".lstrip("ba"), "abc".rstrip("cb"), "aXa".strip(""), "a".strip(None))
print(["ab".center(n) for n in (0, 2, 3, 4, 5, -1)], "abc".center(6), "ab".center(5, "*"), "ab".ljust(4, "\u20ac"), "ab".rjust(4, "."), attempt("a".center, 5, ""), attempt("a".center, 5, "xy"), attempt("a".ljust, "5"))
print([s.zfill(5) for s in ("", "1", "-1", "+1", "--1", "12345", "a", "-abcdef")], "a\tb\t\tc".expandtabs(), "a\tb\nabc\td".expandtabs(4), "a\tb".expandtabs(0), "a\tb".expandtabs(tabsize=-1), "\ta\r\tb".expandtabs(3))
print("prefix-x".removeprefix("prefix-"), "x".removeprefix("xx"), "a.py".removesuffix(".py"), "a".removesuffix(""), attempt("a".removeprefix, 5), attempt("a".strip, 5), attempt("a".zfill), attempt("a".center))


class Text(str):
    pass


text = Text("a")
print([type(x).__name__ for x in (text.strip(), text.center(1), text.ljust(0), text.zfill(1), text.removeprefix("b"), text.expandtabs(), text[:], text.lower(), text + "", text * 1, text.replace("b", "c"), str(text))])
