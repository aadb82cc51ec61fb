b = b"\x00\xb9\x01\xef\xff"
print(b.hex(), b.hex(":"), b.hex(":", 2), b.hex(":", -2), b.hex("-", 100), b.hex(b" "), b.hex(" ", 0), b"".hex(), b"".hex(":"), b.hex(sep="_", bytes_per_sep=3))
print(bytes.fromhex(""), bytes.fromhex("00b901EF"), bytes.fromhex(" 0a 0b\t0c\n"), bytes.fromhex("6162"))
for call in ("b.hex('ab')", "b.hex('')", "b.hex('é')", "b.hex(5)", "b.hex(b'\\xff')", "b.hex(':', 'x')", "bytes.fromhex('0')", "bytes.fromhex('0g')", "bytes.fromhex('0 0')", "bytes.fromhex('é0')", "bytes.fromhex('00é')", "bytes.fromhex(5)", "bytes.fromhex(b'00')", "bytes.fromhex()"):
    try:
        print(eval(call))
    except (TypeError, ValueError) as error:
        print(call, type(error).__name__, error)


class Sub(bytes):
    pass


print(type(Sub.fromhex("61")), Sub.fromhex("61"), type(Sub(b"a").upper()), Sub(b"abcdefghij") + b"k", Sub(b"x") == b"x")
