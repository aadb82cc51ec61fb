for s in ("", " ", "a", " a  b c ", "a,b,,c,", ",", ",,", "a\x1fb\u3000c", "one two three four", "é é", "a🙂b🙂c"):
    for n in (-1, 0, 1, 2, 100):
        print(ascii(s), n, ascii(s.split(None, n)), ascii(s.rsplit(None, n)), ascii(s.split(",", n)), ascii(s.rsplit(",", n)))
print("aXXbXXXc".split("XX"), "aXXbXXXc".rsplit("XX"), "a🙂b🙂c".split("🙂"), "abc".split("🙂"), "a-b".split(sep="-", maxsplit=0))
print(",".join([]), ",".join(["a"]), ",".join(("a", "b")), "".join("xyz"), "-".join({"k": 1}), "é".join(["a", "🙂", "b"]), ", ".join(str(i) for i in range(5)))
for call in ("'a'.split('')", "'a'.rsplit('')", "'a'.split(5)", "'a'.split(maxsplit='x')", "','.join([1])", "','.join(['a', None])", "','.join(5)", "','.join()", "'a'.split('b', 1, 2)", "'a'.split(foo=1)", "'a'.split(None, 10**30)"):
    try:
        print(eval(call))
    except (TypeError, ValueError, OverflowError) as error:
        print(call, type(error).__name__, error)
