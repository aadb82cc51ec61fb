"""Bytes in base 16, 32, 64 and 85."""

import binascii
import struct

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode",
    "b32hexencode", "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode",
    "z85encode", "z85decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode",
]

MAXLINESIZE = 76
MAXBINSIZE = MAXLINESIZE // 4 * 3

_to_safe = bytes.maketrans(b"+/", b"-_")
_from_safe = bytes.maketrans(b"-_", b"+/")


def _data(s):
    """Bytes, of a string of ASCII too."""
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(s, bytes):
        return s
    raise TypeError(f"argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}")


def b64encode(s, altchars=None):
    """Bytes in base 64; `altchars` are two letters in place of `+` and `/`."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """Bytes from base 64. Letters outside the alphabet are left out, or refused if `validate` is true."""
    s = _data(s)
    if altchars is not None:
        altchars = _data(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """Bytes in the standard alphabet of base 64."""
    return b64encode(s)


def standard_b64decode(s):
    """Bytes from the standard alphabet of base 64."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """Bytes in base 64 with `-` and `_`."""
    return b64encode(s).translate(_to_safe)


def urlsafe_b64decode(s):
    """Bytes from base 64 with `-` and `_`."""
    return b64decode(_data(s).translate(_from_safe))


_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _encode32(alphabet, s):
    if not isinstance(s, bytes):
        raise TypeError(f"memoryview: a bytes-like object is required, not '{type(s).__name__}'")
    missing = -len(s) % 5
    s += b"\0" * missing
    letters = []
    for start in range(0, len(s), 5):
        word = int.from_bytes(s[start:start + 5])
        letters += [alphabet[word >> shift & 31] for shift in range(35, -1, -5)]
    if missing:
        padding = {1: 1, 2: 3, 3: 4, 4: 6}[missing]
        letters[-padding:] = b"=" * padding
    return bytes(letters)


def _decode32(alphabet, s, casefold=False, map01=None):
    s = _data(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _data(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b"=")
    padding = length - len(s)
    values = {letter: value for value, letter in enumerate(alphabet)}
    result = []
    word = 0
    for start in range(0, len(s), 8):
        word = 0
        for letter in s[start:start + 8]:
            if letter not in values:
                raise binascii.Error("Non-base32 digit found") from None
            word = word << 5 | values[letter]
        if start + 8 <= len(s):
            result.append(word.to_bytes(5))
    if length % 8 or padding not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if padding and length:
        last = (word << 5 * padding).to_bytes(5)
        result.append(last[:(43 - 5 * padding) // 8])
    return b"".join(result)


def b32encode(s):
    """Bytes in base 32."""
    return _encode32(_B32, s)


def b32decode(s, casefold=False, map01=None):
    """Bytes from base 32; small letters only with `casefold`, `0` and `1` only with `map01`, the letter for `1`."""
    return _decode32(_B32, s, casefold, map01)


def b32hexencode(s):
    """Bytes in base 32 with the extended hexadecimal alphabet."""
    return _encode32(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    """Bytes from base 32 with the extended hexadecimal alphabet."""
    return _decode32(_B32HEX, s, casefold)


def b16encode(s):
    """Bytes in base 16."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """Bytes from base 16; small letters only with `casefold`."""
    s = _data(s)
    if casefold:
        s = s.upper()
    if s.translate(None, delete=b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


_A85 = bytes(range(33, 118))
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_Z85 = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#"
_POWERS = (85 ** 4, 85 ** 3, 85 ** 2, 85, 1)


def _groups85(b, alphabet, pad, zeros=False, spaces=False):
    """The groups of five letters of every four bytes."""
    if not isinstance(b, bytes):
        raise TypeError(f"memoryview: a bytes-like object is required, not '{type(b).__name__}'")
    missing = -len(b) % 4
    b += b"\0" * missing
    groups = []
    for (word,) in struct.iter_unpack("!I", b):
        if zeros and word == 0:
            groups.append(b"z")
        elif spaces and word == 0x20202020:
            groups.append(b"y")
        else:
            groups.append(bytes(alphabet[word // power % 85] for power in _POWERS))
    if missing and not pad:
        if groups[-1] == b"z":
            groups[-1] = alphabet[:1] * 5
        groups[-1] = groups[-1][:-missing]
    return groups


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Bytes in base 85 as btoa and Adobe write it."""
    result = b"".join(_groups85(b, _A85, pad, True, foldspaces))
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        chunks = [result[start:start + wrapcol] for start in range(0, len(result), wrapcol)]
        if adobe and len(chunks[-1]) + 2 > wrapcol:
            chunks.append(b"")
        result = b"\n".join(chunks)
    if adobe:
        result += b"~>"
    return result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """Bytes from base 85 as btoa and Adobe write it."""
    b = _data(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with {!r}".format(b"~>"))
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    result = []
    group = []
    for letter in b + b"u" * 4:
        if b"!"[0] <= letter <= b"u"[0]:
            group.append(letter)
            if len(group) == 5:
                word = 0
                for value in group:
                    word = word * 85 + (value - 33)
                if word > 0xffffffff:
                    raise ValueError("Ascii85 overflow") from None
                result.append(word.to_bytes(4))
                group = []
        elif letter == b"z"[0]:
            if group:
                raise ValueError("z inside Ascii85 5-tuple")
            result.append(b"\0\0\0\0")
        elif foldspaces and letter == b"y"[0]:
            if group:
                raise ValueError("y inside Ascii85 5-tuple")
            result.append(b"\x20\x20\x20\x20")
        elif letter in ignorechars:
            continue
        else:
            raise ValueError("Non-Ascii85 digit found: %c" % letter)
    result = b"".join(result)
    padding = 4 - len(group)
    return result[:-padding] if padding else result


def _decode85(b, alphabet, name):
    b = _data(b)
    values = {letter: value for value, letter in enumerate(alphabet)}
    padding = -len(b) % 5
    b += alphabet[-1:] * padding
    result = []
    for start in range(0, len(b), 5):
        word = 0
        for place, letter in enumerate(b[start:start + 5]):
            if letter not in values:
                raise ValueError(f"bad {name} character at position {start + place}") from None
            word = word * 85 + values[letter]
        if word > 0xffffffff:
            raise ValueError(f"{name} overflow in hunk starting at byte {start}") from None
        result.append(word.to_bytes(4))
    result = b"".join(result)
    return result[:-padding] if padding else result


def b85encode(b, pad=False):
    """Bytes in base 85 as git and Mercurial write it; with `pad` the input is filled up with zeros."""
    return b"".join(_groups85(b, _B85, pad))


def b85decode(b):
    """Bytes from base 85 as git and Mercurial write it."""
    return _decode85(b, _B85, "base85")


def z85encode(s):
    """Bytes in base 85 as ZeroMQ writes it."""
    return b"".join(_groups85(s, _Z85, False))


def z85decode(s):
    """Bytes from base 85 as ZeroMQ writes it."""
    return _decode85(s, _Z85, "z85")


def encode(input, output):
    """Writes the bytes of a file to another in lines of base 64."""
    while s := input.read(MAXBINSIZE):
        while len(s) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(s))):
            s += more
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    """Writes the bytes of lines of base 64 in a file to another."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _input_type_check(s):
    if not isinstance(s, bytes):
        raise TypeError("expected bytes-like object, not %s" % s.__class__.__name__)


def encodebytes(s):
    """Bytes in lines of base 64."""
    _input_type_check(s)
    lines = (binascii.b2a_base64(s[start:start + MAXBINSIZE]) for start in range(0, len(s), MAXBINSIZE))
    return b"".join(lines)


def decodebytes(s):
    """Bytes from lines of base 64."""
    _input_type_check(s)
    return binascii.a2b_base64(s)


def main():
    """Encodes or decodes a file, or standard input."""
    import sys

    usage = f"""usage: {sys.argv[0]} [-h|-d|-e|-u] [file|-]
        -h: print this help message and exit
        -d, -u: decode
        -e: encode (default)"""
    arguments = sys.argv[1:]
    letters = ""
    wrong = None
    while arguments and arguments[0].startswith("-") and arguments[0] != "-":
        argument = arguments.pop(0)
        if argument == "--":
            break
        if argument.startswith("--"):
            wrong = f"option {argument.partition('=')[0]} not recognized"
        else:
            letters += argument[1:]
            wrong = next((f"option -{letter} not recognized" for letter in argument[1:] if letter not in "hdeu"), None)
        if wrong:
            sys.stdout = sys.stderr
            print(wrong)
            print(usage)
            sys.exit(2)
    if "h" in letters:
        print(usage)
        return
    work = decode if letters and letters[-1] in "du" else encode
    if arguments and arguments[0] != "-":
        with open(arguments[0], "rb") as file:
            work(file, sys.stdout.buffer)
    else:
        work(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
