for b in (b"", b" ", b" a  b ", b"a,b,,c,", b"a\nb\r\nc\rd\x0be", b"xxaxx"):
    print(b.split(), b.split(b","), b.split(b",", 1), b.rsplit(b",", 1), b.rsplit(None, 1), b.splitlines(), b.splitlines(True), b.partition(b","), b.rpartition(b","))
    print(b.strip(), b.lstrip(), b.rstrip(), b.strip(b"x"), b.lstrip(b" x"), b.rstrip(b"xd"), b.strip(None))
print(b",".join([]), b",".join([b"a"]), b",".join((b"a", b"b", b"")), b"".join(iter([b"x", b"y"])), b"--".join([b"1", b"2", b"3"]))
for call in ("b'a'.split('a')", "b'a'.split(b'')", "b'a'.rsplit(5)", "b'a'.partition(b'')", "b'a'.partition('a')", "b'a'.strip('a')", "b'a'.strip(5)", "b','.join(['a'])", "b','.join([b'a', 5])", "b','.join(5)", "b'a'.join()", "b'a'.splitlines(1, 2)"):
    try:
        print(eval(call))
    except (TypeError, ValueError) as error:
        print(call, type(error).__name__, error)
