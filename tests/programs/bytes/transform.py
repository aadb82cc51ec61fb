for b in (b"", b"Hello World", b"they're 3x", b"ABC", b"abc", b"\xe9\xc9", b"12", b" \t", b"a1", b"Title Case"):
    print(b.upper(), b.lower(), b.title(), b.capitalize(), b.swapcase())
    print(b.isalpha(), b.isalnum(), b.isdigit(), b.isspace(), b.isupper(), b.islower(), b.istitle(), b.isascii())
print(b"a".center(4), b"a".center(5, b"*"), b"ab".ljust(4, b"."), b"ab".rjust(4), b"-5".zfill(4), b"+5".zfill(2), b"5".zfill(3), b"".zfill(2), b"a\tb\n\tc".expandtabs(4), b"a\tb".expandtabs(tabsize=0))
table = bytes.maketrans(b"abc", b"xyz")
print(b"aabbcc!".translate(table), b"aabbcc".translate(None, b"b"), b"abc".translate(table, b"a"), b"abc".translate(table, delete=b"c"), len(table))
for call in ("b'a'.center(5, 'x')", "b'a'.center(5, b'xy')", "b'a'.ljust('x')", "b'a'.translate(b'ab')", "b'a'.translate('a')", "b'a'.translate()", "b'a'.translate(None, 5)", "bytes.maketrans(b'a', b'bc')", "bytes.maketrans('a', 'b')", "b'a'.zfill(2**62)", "b'a'.upper(1)"):
    try:
        print(eval(call))
    except (TypeError, ValueError, MemoryError) as error:
        print(call, type(error).__name__, error)
