s = "prefix-body-suffix"
print(s.startswith("pre"), s.startswith(("x", "pre")), s.startswith(()), s.endswith("fix"), s.endswith(("fix", "y")), s.startswith("-", 6), s.endswith("y", 0, 11))
print(s.removeprefix("prefix-"), s.removeprefix("x"), s.removesuffix("-suffix"), s.removesuffix(""), s.removeprefix(s), s.removesuffix("suffix-suffix"))
for call in ("s.startswith(5)", "s.startswith(['a'])", "s.startswith(('a', 5))", "s.endswith(None)", "s.endswith((5,))", "s.removeprefix(5)", "s.removesuffix(('a',))", "s.startswith()", "s.startswith('a', 'b')"):
    try:
        print(eval(call))
    except TypeError as error:
        print(error)
