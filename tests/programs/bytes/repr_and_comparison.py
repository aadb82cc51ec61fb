print(b"", b"abc", b"it's", b'say "x"', b"both ' and \"", bytes(range(40)), bytes(range(120, 135)), b"\\ \t\n\r")
print(str(b"a\xff"), repr(b"a'"), f"{b'x'}", b"a" == b"a", b"a" < b"b", b"a" < b"aa", b"" < b"\x00", b"a" == "a", b"a" != "a", b"a" == [97], sorted([b"b", b"a", b"", b"ab"]))
print(hash(b"abc") == hash(b"abc"), {b"k": 1}[b"k"], b"a" in {b"a"}, bool(b""), bool(b"\x00"), len(b"abc"))
for source in ("b'a' < 'a'", "b'a' < 1", "b'a' + 'a'", "b'a' + 1", "b'a' + [97]", "b'a' * 'a'", "b'a' * 1.5", "b'ab' * 2**62", "b'a' * 10**30", "1 + b'a'"):
    try:
        print(eval(source))
    except (TypeError, OverflowError, MemoryError) as error:
        print(source, type(error).__name__, error)
print(b"ab" + b"c", b"ab" * 3, 2 * b"x", b"ab" * 0, b"ab" * -1, b"" * 10**15)
