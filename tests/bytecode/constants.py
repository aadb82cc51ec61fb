"""The docstring
    of the module."""
big = 2 ** 100
too_big = 2 ** 1000
text = "a" * 10 + "b"
too_long = "ab" * 5000
pair = (1, (2.5, None), "x", b"y", ...)
negative = -5, -(-5), +True, not None
divided = 7 / 2, 7 // 2, -7 % 3, 1 / 0
item = (1, 2, 3)[1], "abc"[-1], (1, 2)[5]
shifted = 1 << 20, 1 << 200, 255 >> 4
imaginary = 1 + 2j
huge = 123456789012345678901234567890
small = 1000000, 5000000000


def docstring():
    """First line.

        Second line.
      Third line.
    """


def constants():
    if __debug__:
        return "debug"
    return None


def dead():
    if 0:
        print("never")
    while False:
        print("never")
    while 1:
        if "":
            break
    return 1
