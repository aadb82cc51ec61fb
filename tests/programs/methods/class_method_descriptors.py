"""Class methods of builtin classes: called on the class, on a subclass, as the descriptor itself."""


class Sub(dict):
    pass


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


descriptor = dict.__dict__["fromkeys"]
for _ in range(3):
    attempt(lambda: dict.fromkeys("ab", 1))
    attempt(lambda: type(Sub.fromkeys("a")).__name__)
    attempt(lambda: dict.fromkeys())
    attempt(lambda: dict.fromkeys(1, 2, 3))
    attempt(lambda: dict.fromkeys(iterable="a"))
    attempt(lambda: Sub().fromkeys("ab"))
    attempt(lambda: descriptor(dict, "ab"))
    attempt(lambda: type(descriptor(Sub, "ab")).__name__)
    attempt(lambda: descriptor())
    attempt(lambda: descriptor(5, "a"))
    attempt(lambda: descriptor(int, "a"))
    attempt(lambda: descriptor(dict))
    attempt(lambda: descriptor.__get__(None))
    attempt(lambda: descriptor.__get__(None, int))
    attempt(lambda: descriptor.__get__({}, None)("ab"))
    attempt(lambda: descriptor.__get__(None, 5))
    attempt(lambda: int.from_bytes(b"12", "big"))
    attempt(lambda: bool.from_bytes(b"\0", "big"))
    attempt(lambda: int.from_bytes())
    attempt(lambda: int.from_bytes(byteorder="big", bytes=b"a"))
    attempt(lambda: bytes.fromhex(1))
    attempt(lambda: str.maketrans())
    attempt(lambda: str.maketrans("a", "b"))
    attempt(lambda: [1].__len__(1))
    attempt(lambda: (5).__add__())
    attempt(lambda: (5).__add__(2))
    attempt(lambda: iter([4]).__next__())
    attempt(lambda: int.__dict__["__add__"](1))
print(descriptor)
