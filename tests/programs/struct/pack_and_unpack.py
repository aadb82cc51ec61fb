import struct

for format, values in (
    ("i", (5,)), ("<bBhHiIqQ", (-1, 255, -2, 65535, -3, 2**32 - 1, -4, 2**64 - 1)), (">hI", (1, 2)), ("!d", (1.5,)), ("<f", (0.1,)), ("e", (1.0,)),
    ("3s5p2c?", (b"abcd", b"xyz", b"1", b"2", [])), ("x3x", ()), ("0i", ()), ("bi", (1, 2)), ("@ci0q", (b"c", 7)), ("=ci", (b"c", 7)), ("2h 3b", (1, 2, 3, 4, 5)),
    ("nNP", (-1, 1, 2**64 - 1)), ("<?", (True,)), ("i", (True,)), (b">H", (513,)), ("f", (1e40,)), ("0s", (b"a",)), ("10s", (b"ab",)),
):
    data = struct.pack(format, *values)
    print(format, data, struct.calcsize(format), struct.unpack(format, data))


class Index:
    def __index__(self):
        return 42


class Float:
    def __float__(self):
        return 2.5


print(struct.pack("<hd", Index(), Float()), struct.unpack("<e", b"\x00\x7c"), struct.unpack("<d", b"\0" * 6 + b"\xf8\x7f"))
for call in (
    "struct.pack('i')", "struct.pack('i', 1, 2)", "struct.pack('b', 200)", "struct.pack('B', -1)", "struct.pack('h', 40000)", "struct.pack('i', 'a')", "struct.pack('i', 1.5)",
    "struct.pack('f', 'a')", "struct.pack('c', b'ab')", "struct.pack('c', 5)", "struct.pack('3s', 'abc')", "struct.pack('p', 5)", "struct.pack('q', 2**64)", "struct.pack('Q', -1)",
    "struct.pack('P', 2**70)", "struct.pack('e', 1e6)", "struct.pack('<f', 1e40)", "struct.pack('z', 1)", "struct.pack(5, 1)", "struct.pack('2', 1)", "struct.pack('é', 1)",
    "struct.calcsize('9999999999999999999i')", "struct.unpack('i', b'abc')", "struct.unpack('i', 'abcd')", "struct.unpack_from('i', b'abcdef', 3)", "struct.unpack_from('i', b'abcdef', -2)",
    "struct.unpack_from('i', b'abcdef', -20)", "struct.unpack_from('i', b'abcdef', -4)", "struct.unpack_from('<h', b'abcdef', offset=1)", "struct.iter_unpack('h', b'abc')",
    "struct.iter_unpack('', b'')", "list(struct.iter_unpack('<h', b'abcd'))", "struct.Struct()", "struct.Struct('i').pack()", "struct.Struct('2i').unpack(b'')", "struct.pack()",
    "struct.unpack('i')", "struct.pack('<n', 1)", "struct.pack('i', 10**100)", "struct.pack('>d', 10**400)", "struct.calcsize(5)", "struct.pack_into('i', 5, 0, 1)", "struct.pack('i\\0', 1)", "struct.Struct(5)",
):
    try:
        print(call, eval(call))
    except Exception as e:
        print(call, type(e).__name__, e)
s = struct.Struct("<I4s")
print(s, s.size, s.format, s.pack(7, b"data"), s.unpack(s.pack(7, b"data")), s.unpack_from(b"xx" + s.pack(1, b"q"), 2), list(s.iter_unpack(s.pack(1, b"a") * 2)))
print(struct.error, issubclass(struct.error, Exception), struct.error.__module__, struct.__all__, struct.Struct.__module__)
header = struct.Struct("!HHIIBBHHH")
packet = header.pack(80, 443, 1, 2, 80, 16, 1024, 0, 0)
print(packet.hex(), header.unpack(packet))
