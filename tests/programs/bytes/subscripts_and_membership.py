b = b"abcdef"
print([b[i] for i in range(-6, 6)], b[1:4], b[::-1], b[::2], b[-2:], b[10:], b[4:1:-1], list(b), b[:] is b)
print(97 in b, b"cd" in b, b"dc" in b, b"" in b, 0 in b, True in b)
for source in ("b[6]", "b[-7]", "b['a']", "b[1.5]", "b[10**30]", "b[::0]", "256 in b", "-1 in b", "'a' in b", "None in b", "1.5 in b", "b[None:'a']"):
    try:
        print(eval(source))
    except (IndexError, TypeError, ValueError) as error:
        print(source, type(error).__name__, error)
it = iter(b"abc")
print(next(it), it.__length_hint__(), list(it), list(it), type(it).__name__, max(b), sum(b), sorted(b"cab"), list(reversed(b"ab")))
