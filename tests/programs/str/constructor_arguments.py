class S:
    def __str__(self):
        return "S()"


class R:
    def __repr__(self):
        return "R()"


class Bad:
    def __str__(self):
        return 5


for call in ("str()", "str(5)", "str(None)", "str('a')", "str(S())", "str(R())", "str(b'ab')", "str(b'a\\xff', 'latin-1')", "str(b'ab', encoding='ascii')", "str(object=5)", "str(encoding='ascii')", "str(errors='x')", "str(Bad())", "str('a', 'b')", "str(5, 'a')", "str(5, errors='strict')", "str(b'a', 5)", "str(b'a', None)", "str(1, 2, 3, 4)", "str(foo=1)", "str(b'\\xff', 'utf-8')", "str(b'\\xff', 'utf-8', 'replace')", "str(b'a', 'nope')"):
    try:
        print(call, ascii(eval(call)))
    except (TypeError, LookupError, UnicodeError) as error:
        print(call, type(error).__name__, error)
