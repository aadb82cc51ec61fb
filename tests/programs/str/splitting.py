# split, rsplit, splitlines, partition, rpartition with and without separators and counts.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for text in ["", " ", "a b  c", "  lead and trail  ", "a,b,,c", ",", "no", "\ta\u2003b\x1cc", "aXbXc"]:
    print(repr(text), text.split(), text.split(None, 1), text.rsplit(None, 1), text.split(","), text.split(",", 1), text.rsplit(",", 1), text.split("X"), text.split(" ", -5))
    print(text.partition(","), text.rpartition(","), text.partition("b "))
print(attempt("a".split, ""), attempt("a".split, 5), attempt("a".split, ",", "x"), attempt("a".partition, ""), attempt("a".partition, None), "a,b".split(sep=",", maxsplit=0), "a b".split(maxsplit=1))
print("a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i\n".splitlines(), "a\n\nb\r\n".splitlines(True), "".splitlines(), "\n".splitlines(), "a\nb".splitlines(keepends=1))
print("aaa".split("aa"), "aaa".rsplit("aa"), "abcabc".split("bc"), "\u20aca\u20acb".split("\u20ac"), "x\U0001f600y".partition("\U0001f600"), "a" * 5 == "".join("a" * 5))
