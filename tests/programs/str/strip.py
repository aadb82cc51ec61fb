for s in ("", "  ", "  a b  ", "\t\na\u3000", "xxaxx", "\x1ca\x1f", "ééaéé", "🙂a🙂"):
    print(ascii(s.strip()), ascii(s.lstrip()), ascii(s.rstrip()), ascii(s.strip("x")), ascii(s.lstrip(" x")), ascii(s.rstrip("é🙂")), ascii(s.strip("")), ascii(s.strip(None)))
s = "unchanged"
print(s.strip() is s, s.strip("x") is s, s[:] is s, "".strip() is "")
for call in ("'a'.strip(5)", "'a'.lstrip(b'a')", "'a'.rstrip(['a'])", "'a'.strip('a', 'b')"):
    try:
        print(eval(call))
    except TypeError as error:
        print(error)
