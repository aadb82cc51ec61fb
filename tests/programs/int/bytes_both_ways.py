# int.to_bytes and int.from_bytes: lengths, orders, signs, iterables, subclasses.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for n, length, order, signed in [(0, 1, "big", False), (1, 4, "big", False), (1, 4, "little", False), (-1, 2, "big", True), (255, 1, "big", False), (256, 1, "big", False),
                                 (128, 1, "big", True), (-128, 1, "big", True), (-129, 1, "big", True), (-1, 1, "big", False), (2**70, 9, "little", False), (5, 0, "big", False),
                                 (0, 0, "big", False), (5, -1, "big", False), (5, 2, "middle", False)]:
    print(n, length, order, signed, attempt(lambda: n.to_bytes(length, order, signed=signed)))
print((5).to_bytes(), (5).to_bytes(2), (5).to_bytes(byteorder="little", length=3), attempt((5).to_bytes, "a"), attempt((5).to_bytes, 1, 2), attempt((5).to_bytes, 1, "big", True))
for data, order, signed in [(b"", "big", False), (b"\x01\x02", "big", False), (b"\x01\x02", "little", False), (b"\xff", "big", True), (b"\xff\x00", "little", True), ([1, 2, 3], "big", False)]:
    print(data, order, signed, int.from_bytes(data, order, signed=signed))
print(attempt(int.from_bytes, "ab"), attempt(int.from_bytes, [256]), attempt(int.from_bytes, 5), attempt(int.from_bytes, [1.5]), int.from_bytes(b"\x80"), int.from_bytes(bytes=b"a", byteorder="big"))


class Own(int):
    def __new__(cls, value):
        print("new", value)
        return super().__new__(cls, value)


print(type(Own.from_bytes(b"\x05")).__name__)
