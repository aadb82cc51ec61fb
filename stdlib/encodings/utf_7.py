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


_VALUES = {ord(c): value for value, c in enumerate(_ALPHABET)}


def decode(input, errors="strict"):
    return partial_decode(input, errors, True)


def partial_decode(input, errors="strict", final=False):
    """The text, and how many bytes it took: without `final`, all before a section in base 64 that has not ended."""
    result = []
    # Where the last section in base 64 begins, in the bytes and in the result.
    start = kept = 0
    inside = False
    bits = count = high = 0
    place = 0

    def wrong(end, reason):
        error = UnicodeDecodeError("utf7", input, start, end, reason)
        text, after = lookup_error(errors or "strict")(error)
        result.append(text)
        return after + len(input) if after < 0 else after

    while True:
        if place >= len(input):
            if not inside:
                return "".join(result), len(input)
            if not final:
                return "".join(result[:kept]), start
            inside = False
            if high or count >= 6 or bits:
                place = wrong(len(input), "unterminated shift sequence")
            continue
        byte = input[place]
        if inside:
            value = _VALUES.get(byte)
            if value is not None:
                place += 1
                bits = bits << 6 | value
                count += 6
                if count < 16:
                    continue
                count -= 16
                unit = bits >> count
                bits &= (1 << count) - 1
                if high:
                    if 0xdc00 <= unit < 0xe000:
                        result.append(chr(0x10000 + ((high & 0x3ff) << 10 | unit & 0x3ff)))
                        high = 0
                        continue
                    result.append(chr(high))
                high = unit if 0xd800 <= unit < 0xdc00 else 0
                if not high:
                    result.append(chr(unit))
                continue
            inside = False
            if count >= 6:
                place = wrong(place + 1, "partial character in base64 sequence")
                continue
            if bits:
                place = wrong(place + 1, "non-zero padding bits in shift sequence")
                continue
            if high and byte < 128 and byte != 43:
                result.append(chr(high))
            if byte == 45:
                place += 1
            continue
        start = place
        place += 1
        if byte == 43:
            if place < len(input) and input[place] == 45:
                result.append("+")
                place += 1
            elif place < len(input) and input[place] not in _VALUES:
                place = wrong(place + 1, "ill-formed sequence")
            else:
                inside = True
                bits = count = high = 0
                kept = len(result)
        elif byte < 128:
            result.append(chr(byte))
        else:
            place = wrong(place, "unexpected special character")


def utf_7_encode(str, errors=None, /):
    return encode(str, errors)


def utf_7_decode(data, errors=None, final=False, /):
    if not isinstance(data, bytes):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return partial_decode(data, errors, final)


def getregentry():
    return make("utf-7", encode, decode, partial=partial_decode)
