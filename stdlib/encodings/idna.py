"""Names of the internet in ASCII (RFC 3490). Names are prepared by case folding and normalisation form KC, which
agrees with RFC 3491 for the names that occur."""

from _codecs import compose
from encodings._simple import make
from encodings.punycode import punycode_decode, punycode_encode

_PREFIX = b"xn--"
_DOTS = "\u3002\uff0e\uff61"
_NOTHING = "\xad\u034f\u1806\u180b\u180c\u180d\u200b\u200c\u200d\u2060\ufeff" + "".join(map(chr, range(0xfe00, 0xfe10)))


def nameprep(label):
    """The label in the form in which labels are compared."""
    label = "".join(c for c in label if c not in _NOTHING)
    label = compose(compose(label.casefold()).casefold())
    for place, c in enumerate(label):
        code = ord(c)
        if (0x80 <= code < 0xa0 or 0xd800 <= code < 0xe000 or 0xe000 <= code < 0xf900 or c in "\xa0\u3000"
                or 0x2000 <= code <= 0x200f or 0x2028 <= code <= 0x202f or 0xfdd0 <= code <= 0xfdef
                or code & 0xfffe == 0xfffe or 0xfff9 <= code <= 0xfffd or 0x2ff0 <= code <= 0x2ffb):
            raise UnicodeEncodeError("idna", label, place, place + 1, f"Invalid character {c!r}")
    return label


def ToASCII(label):
    """The label as it goes over the wire."""
    try:
        ascii = label.encode("ascii")
    except UnicodeEncodeError:
        pass
    else:
        return _sized(ascii, label)
    label = nameprep(label)
    try:
        ascii = label.encode("ascii")
    except UnicodeEncodeError:
        pass
    else:
        return _sized(ascii, label)
    if label.lower().startswith("xn--"):
        raise UnicodeEncodeError("idna", label, 0, 4, "Label starts with ACE prefix")
    return _sized(_PREFIX + punycode_encode(label), label)


def _sized(ascii, label):
    if not ascii:
        raise UnicodeEncodeError("idna", label, 0, 1, "label empty")
    if len(ascii) > 63:
        raise UnicodeEncodeError("idna", label, 0, len(label), "label too long")
    return ascii


def ToUnicode(label):
    """The label as it is read."""
    if len(label) > 1024:
        raise UnicodeError("label way too long")
    if isinstance(label, bytes):
        ascii = label
    else:
        try:
            ascii = label.encode("ascii")
        except UnicodeEncodeError:
            ascii = nameprep(label).encode("ascii")
    if not ascii.lower().startswith(_PREFIX):
        return str(ascii, "ascii")
    decoded = punycode_decode(ascii[len(_PREFIX):], "strict")
    try:
        back = ToASCII(decoded)
    except UnicodeEncodeError as error:
        raise UnicodeDecodeError("idna", ascii, error.start, error.end, error.reason) from error
    if str(ascii, "ascii").lower() != str(back, "ascii"):
        raise UnicodeDecodeError("idna", ascii, 0, len(ascii), f"IDNA does not round-trip, '{ascii!r}' != '{back!r}'")
    return decoded


def _encode(input, errors="strict"):
    if errors != "strict":
        raise UnicodeError(f"Unsupported error handling: {errors}")
    if not input:
        return b"", 0
    try:
        ascii = input.encode("ascii")
    except UnicodeEncodeError:
        pass
    else:
        labels = ascii.split(b".")
        start = 0
        for i, label in enumerate(labels):
            end = start + len(label)
            if not label and i < len(labels) - 1:
                raise UnicodeEncodeError("idna", input, start, end + 1, "label empty")
            if len(label) > 63:
                raise UnicodeEncodeError("idna", input, start, end, "label too long")
            start = end + 1
        return ascii, len(input)
    for dot in _DOTS:
        input = input.replace(dot, ".")
    labels = input.split(".")
    tail = b""
    if not labels[-1]:
        tail = b"."
        labels.pop()
    return b".".join(map(ToASCII, labels)) + tail, len(input)


def _decode(input, errors="strict"):
    if errors not in ("strict", "ignore", "replace"):
        raise UnicodeError(f"Unsupported error handling: {errors}")
    if not input:
        return "", 0
    if _PREFIX not in input.lower():
        try:
            return input.decode("ascii"), len(input)
        except UnicodeDecodeError:
            pass
    labels = input.split(b".")
    tail = ""
    if not labels[-1]:
        tail = "."
        labels.pop()
    return ".".join(map(ToUnicode, labels)) + tail, len(input)


def getregentry():
    return make("idna", _encode, _decode)
