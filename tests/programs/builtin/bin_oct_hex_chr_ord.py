# bin, oct, hex, chr, ord: texts of numbers and characters, and what they refuse.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


for function in (bin, oct, hex):
    print([attempt(function, n) for n in (0, 1, -1, 255, -256, True, 2**70, Index(9), 1.5, "a", None, Index("x"))])
print([attempt(chr, n) for n in (0, 65, 0x10FFFF, 0x110000, -1, True, Index(97), 2**70, 1.0, "a")] == [
    chr(0), "A", "\U0010ffff", "ValueError: chr() arg not in range(0x110000)", "ValueError: chr() arg not in range(0x110000)",
    "\x01", "a", "OverflowError: Python int too large to convert to C int", "TypeError: 'float' object cannot be interpreted as an integer",
    "TypeError: 'str' object cannot be interpreted as an integer"])
print([attempt(ord, c) for c in ("a", "\U0001f600", "\ud800", b"x", "ab", b"", 5, None)])
print(all(ord(chr(n)) == n for n in range(0, 0x110000, 257)))
