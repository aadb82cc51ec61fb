b = b"abcabcab"
print([b.find(p) for p in (b"a", b"abc", b"x", b"", 97, 255)], [b.rfind(p) for p in (b"a", b"abc", b"x", b"", 97)], [b.count(p) for p in (b"a", b"ab", b"", 98)])
print(b.find(b"a", 1), b.find(b"a", -2, None), b.rfind(b"ab", 0, 5), b.count(b"a", 3), b.index(b"c"), b.rindex(99), b.find(b"", 9), b.find(b"", 8))
print(b.startswith(b"ab"), b.startswith((b"x", b"ab")), b.endswith(b"ab", 0, 5), b.startswith(b"ca", 2), b.endswith(()), b.removeprefix(b"abc"), b.removesuffix(b"ab"), b.removesuffix(b""))
print(b.replace(b"ab", b"X"), b.replace(b"ab", b"", 1), b.replace(b"", b"-"), b.replace(b"z", b"y"), b"".replace(b"", b"x"))
for call in ("b.find('a')", "b.find(256)", "b.find(1.5)", "b.index(b'x')", "b.rindex(b'x')", "b.count('a')", "b.startswith('a')", "b.startswith(('a',))", "b.startswith([b'a'])", "b.endswith(97)", "b.removeprefix('a')", "b.replace('a', 'b')", "b.replace(b'a')", "b.replace(b'a', b'b', 'c')", "b.replace(b'a', b'b', count=1)", "b.find()", "b.find(b'a', 'x')"):
    try:
        print(eval(call))
    except (TypeError, ValueError) as error:
        print(call, type(error).__name__, error)
