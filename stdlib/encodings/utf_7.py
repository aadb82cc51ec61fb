"""UTF-7 (RFC 2152): text in ASCII, the rest as base 64 of UTF-16 between `+` and `-`."""

import codecs
from codecs import lookup_error
from encodings._simple import make

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_DIRECT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:? \t\r\n"
                    "!\"#$%&*;<=>@[]^_`{|}")


def encode(input, errors="strict"):
    if not isinstance(input, str):
        raise TypeError(f"utf_7_encode() argument 1 must be str, not {type(input).__name__}")
    result = []
    bits = count = 0
    inside = False
    for c in input:
        if c in _DIRECT or c == "+" and not inside:
            if inside:
                if count:
                    result.append(_ALPHABET[bits << 6 - count & 63])
                inside, bits, count = False, 0, 0
                if c in _ALPHABET or c == "-":
                    result.append("-")
            result.append("+-" if c == "+" else c)
            continue
        if not inside:
            result.append("+")
            inside = True
        for unit in memory_units(c):
            bits = bits << 16 | unit
            count += 16
            while count >= 6:
                count -= 6
                result.append(_ALPHABET[bits >> count & 63])
            bits &= (1 << count) - 1
    if inside:
        if count:
            result.append(_ALPHABET[bits << 6 - count & 63])
        result.append("-")
    return "".join(result).encode("ascii"), len(input)


def memory_units(c):
    """The units of UTF-16 of a character."""
    code = ord(c)
    if code < 0x10000:
        return (code,)
    code -= 0x10000
    return 0xd800 | code >> 10, 0xdc00 | code & 0x3ff


def decode(input, errors="strict"):
    result = []
    place = 0

    def wrong(start, end, reason):
        error = UnicodeDecodeError("utf7", input, start, end, reason)
        text, after = lookup_error(errors or "strict")(error)
        result.append(text)
        return after

    while place < len(input):
        byte = input[place]
        if byte >= 128:
            place = wrong(place, place + 1, "unexpected special character")
            continue
        if byte != 43:
            result.append(chr(byte))
            place += 1
            continue
        start = place
        place += 1
        if place < len(input) and input[place] == 45:
            result.append("+")
            place += 1
            continue
        if place < len(input) and (input[place] >= 128 or chr(input[place]) not in _ALPHABET):
            place = wrong(start, place + 1, "ill-formed sequence")
            continue
        bits = count = 0
        high = None
        while place < len(input) and input[place] < 128 and (c := chr(input[place])) in _ALPHABET:
            bits = bits << 6 | _ALPHABET.index(c)
            count += 6
            place += 1
            if count < 16:
                continue
            count -= 16
            unit = bits >> count
            bits &= (1 << count) - 1
            if high is not None:
                if 0xdc00 <= unit < 0xe000:
                    result.append(chr(0x10000 + ((high & 0x3ff) << 10 | unit & 0x3ff)))
                    high = None
                    continue
                result.append(chr(high))
                high = None
            if 0xd800 <= unit < 0xdc00:
                high = unit
            else:
                result.append(chr(unit))
        if place == len(input):
            if high is not None or count >= 6 or bits:
                place = wrong(start, place, "unterminated shift sequence")
            continue
        if high is not None:
            place = wrong(start, place + 1, "partial character in base64 sequence") if count >= 6 else place
            if count < 6:
                result.append(chr(high))
        elif count >= 6:
            place = wrong(start, place + 1, "partial character in base64 sequence")
            continue
        elif bits:
            place = wrong(start, place + 1, "non-zero padding bits in shift sequence")
            continue
        if place < len(input) and input[place] == 45:
            place += 1
    return "".join(result), len(input)


def getregentry():
    return make("utf-7", encode, decode)
