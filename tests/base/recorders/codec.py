"""Codecs: decoding and encoding with every built-in error handler."""

CODECS = ["utf-8", "ascii", "latin-1", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace", "namereplace"]


def outcome(function, *arguments):
    try:
        result = function(*arguments)
        return result if isinstance(result, str) else result.hex()
    except UnicodeError as error:
        return f"{error.encoding} {error.start} {error.end} {error.reason}"
    except TypeError:
        return "TypeError"


def lines(rng, scale):
    pieces = [b"a", b"bc", b"\xc3\xa9", b"\xe6\x97\xa5", b"\xf0\x9f\x98\x80", b"\xff", b"\x80", b"\xc3", b"\xe2\x82", b"\xed\xa0\x80",
              b"\xf0\x9f\x98", b"\xc0\x80", b"\xe0\x80", b"\xf4\x90", b"\x00", b"\xd8", b"\x00\xd8", b"\xdc\x00", b"\xff\xfe", b"\xfe\xff",
              b"\x00\x00\x11\x00", b"\xef\xbb\xbf"]
    for _ in range(50 * scale):
        data = b"".join(rng.choice(pieces) for _ in range(rng.randint(0, 6)))
        for codec in rng.sample(CODECS, 4):
            for handler in HANDLERS:
                yield "decode", codec, handler, data.hex(), outcome(data.decode, codec, handler)
    letters = ["a", "b", "é", "ÿ", "日", "😀", "\ud800", "\udc80", "\udcff", "\udfff", "€"]
    for _ in range(40 * scale):
        text = "".join(rng.choice(letters) for _ in range(rng.randint(0, 6)))
        for codec in rng.sample(CODECS, 4):
            for handler in HANDLERS:
                yield "encode", codec, handler, text, outcome(text.encode, codec, handler)
