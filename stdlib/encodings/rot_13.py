"""Letters moved by thirteen places, from text to text."""

from encodings._simple import make

_UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LOWER = _UPPER.lower()
rot13_map = str.maketrans(_UPPER + _LOWER, _UPPER[13:] + _UPPER[:13] + _LOWER[13:] + _LOWER[:13])


def rot13(input, errors="strict"):
    return str.translate(input, rot13_map), len(input)


def getregentry():
    return make("rot-13", rot13, rot13, text=False)
