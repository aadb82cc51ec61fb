"""Punycode (RFC 3492): any text in letters, digits and hyphens."""

from encodings._simple import make

_BASE, _LOW, _HIGH, _SKEW, _DAMP = 36, 1, 26, 38, 700
_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789"


def _adapt(delta, first, count):
    delta = delta // _DAMP if first else delta // 2
    delta += delta // count
    steps = 0
    while delta > (_BASE - _LOW) * _HIGH // 2:
        delta //= _BASE - _LOW
        steps += _BASE
    return steps + (_BASE - _LOW + 1) * delta // (delta + _SKEW)


def _threshold(place, bias):
    return min(max(place - bias, _LOW), _HIGH)


def punycode_encode(text):
    basic = [c for c in text if ord(c) < 128]
    result = "".join(basic)
    done = len(basic)
    if basic:
        result += "-"
    limit, delta, bias = 128, 0, 72
    first = True
    while done < len(text):
        smallest = min(ord(c) for c in text if ord(c) >= limit)
        delta += (smallest - limit) * (done + 1)
        limit = smallest
        for c in text:
            if ord(c) < limit:
                delta += 1
            elif ord(c) == limit:
                rest, place = delta, _BASE
                while rest >= (bound := _threshold(place, bias)):
                    rest -= bound
                    result += _DIGITS[bound + rest % (_BASE - bound)]
                    rest //= _BASE - bound
                    place += _BASE
                result += _DIGITS[rest]
                done += 1
                bias = _adapt(delta, first, done)
                first, delta = False, 0
        delta += 1
        limit += 1
    return result.encode("ascii")


def punycode_decode(text, errors):
    if errors not in ("strict", "replace", "ignore"):
        raise UnicodeError(f"Unsupported error handling: {errors}")
    data = text.encode("ascii") if isinstance(text, str) else text
    cut = data.rfind(b"-")
    base, extended = (b"", data) if cut < 0 else (data[:cut], data[cut + 1:])
    chars = list(str(base, "ascii", errors))
    shift = cut + 1
    limit, index, bias, place = 128, 0, 72, 0
    first = True
    while place < len(extended):
        before, weight, step = index, 1, _BASE
        while True:
            if place == len(extended):
                if errors != "strict":
                    return "".join(chars)
                raise UnicodeDecodeError("punycode", data, shift + place, shift + place + 1, "incomplete punycode string")
            digit = _DIGITS.find(chr(extended[place]).lower())
            if digit < 0 or not chr(extended[place]).isalnum():
                if errors != "strict":
                    return "".join(chars)
                raise UnicodeDecodeError("punycode", data, shift + place, shift + place + 1,
                                         f"Invalid extended code point '{chr(extended[place])}'")
            place += 1
            bound = _threshold(step, bias)
            index += digit * weight
            if digit < bound:
                break
            weight *= _BASE - bound
            step += _BASE
        count = len(chars) + 1
        bias = _adapt(index - before, first, count)
        first = False
        limit += index // count
        index %= count
        if limit > 0x10ffff:
            if errors == "strict":
                raise UnicodeDecodeError("punycode", data, shift + place - 1, shift + place,
                                         f"Invalid character U+{limit:x}")
            limit = ord("?")
        chars.insert(index, chr(limit))
        index += 1
    return "".join(chars)


def _encode(input, errors="strict"):
    return punycode_encode(input), len(input)


def _decode(input, errors="strict"):
    return punycode_decode(input, errors), len(input)


def getregentry():
    return make("punycode", _encode, _decode)
