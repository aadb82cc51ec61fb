for spec in ("", "s", "5", "<5", ">5", "^6", "*^7", ".2", "5.1", "é>4", "05", "🙂^5"):
    print(ascii(spec), ascii([format(s, spec) for s in ("", "abc", "é🙂")]))
for spec in ("d", "+", " ", "#", "=5", ",", "_", "z", "5d", "ab", "x", "-5", "99999999999999999999", ".", ",s"):
    try:
        print(format("abc", spec))
    except ValueError as error:
        print(spec, error)
w, p = 10, 3
print(f"{'text':>{w}}|{'text':<{w}.{p}}|{'text'!r:^{w}}|{5:{'0'}{w}}|{3.14159:{w}.{p}}")
