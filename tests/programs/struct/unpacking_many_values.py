# Fields of many items, of every size and order, and tuples of few and many values.
import struct

data = bytes((i * 37 + 11) % 256 for i in range(512))
for order in "@=<>!":
    for letter in "bBhHiIlLqQ?c":
        size = struct.calcsize(order + letter)
        for count in (0, 1, 2, 3, 7, 8, 9, 20):
            values = struct.unpack(f"{order}{count}{letter}", data[: size * count])
            assert len(values) == count and type(values) is tuple
            one_by_one = [struct.unpack_from(order + letter, data, size * i)[0] for i in range(count)]
            assert list(values) == one_by_one
            if letter not in "?":
                assert struct.pack(f"{order}{count}{letter}", *values) == data[: size * count]
        print(order + letter, values[:4])
floats = struct.pack("<3e2f2d", 1.5, -2.0, 0.25, 3.5, 1e10, -1e300, 0.1)
print(struct.unpack("<3e2f2d", floats), struct.unpack(">e", b"\x3c\x00"))
print(struct.unpack("<3s0s2x4pB0p", b"abcxx\x09defZ"), struct.unpack("4p", b"\x02abc"), struct.unpack("2x0h", b"ab"))
print(struct.unpack("", b"") == (), list(struct.iter_unpack("<hB", bytes(range(9)))))
print(list(struct.Struct(">2i").iter_unpack(bytes(range(16)))), struct.Struct("<iHd").unpack(bytes(14)))
iterator = struct.iter_unpack("<I", bytes(range(8)))
print(iterator.__length_hint__(), next(iterator), iterator.__length_hint__(), list(iterator), list(iterator))
for format, size in (("<i", 3), ("<iHd", 15), ("4s", 3)):
    for function in (struct.unpack, struct.unpack_from, lambda f, b: struct.Struct(f).unpack(b)):
        try:
            print(function(format, bytes(size)))
        except struct.error as error:
            print(error)
for offset in (-1, -4, -9, 5, 9):
    try:
        print(struct.unpack_from("<i", bytes(8), offset))
    except struct.error as error:
        print(error)
