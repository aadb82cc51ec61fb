# bytes: construction, hex both ways, searching, splitting, translating, decoding, refusals.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(bytes(), bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"ab"), bytes(range(5)), attempt(bytes, "a"), attempt(bytes, [256]), attempt(bytes, -1), attempt(bytes, 1.5), attempt(bytes, ["a"]), attempt(bytes, b"a", "utf-8"), attempt(bytes, "a", 5))
print(b"\x00\xff a".hex(), b"abcdef".hex("-"), b"abcdef".hex(":", 2), b"abcdefg".hex("_", -3), attempt(b"a".hex, "--"), attempt(b"a".hex, 5), bytes.fromhex("00 ff0A"), attempt(bytes.fromhex, "0"), attempt(bytes.fromhex, "zz"), attempt(bytes.fromhex, "0 0"), attempt(bytes.fromhex, 5))
data = b"abcabc"
print(data.find(b"c"), data.find(99), data.rfind(b"ab"), data.count(b""), data.count(97), attempt(data.index, b"x"), attempt(data.find, "a"), attempt(data.find, 300), data.startswith((b"x", b"a")), attempt(data.startswith, "a"), 97 in data, b"ca" in data, attempt(lambda: "a" in data), attempt(lambda: 300 in data))
print(data.split(b"b"), data.rsplit(b"b", 1), data.partition(b"c"), data.rpartition(b"x"), b" a  b ".split(), b"a\nb\r\nc".splitlines(), data.replace(b"a", b"XX", 1), data.strip(b"ac"), data.removeprefix(b"ab"), data.removesuffix(b"bc"), b",".join([b"a", b"b"]), attempt(b",".join, ["a"]))
print(data.translate(None, b"a"), data.translate(bytes(range(256)), b"b"), data.translate(bytes.maketrans(b"ab", b"xy")), attempt(data.translate, b"abc"), attempt(bytes.maketrans, b"a", b""), data.upper(), b"aB1".swapcase(), b"ab cd".title(), b"AB".lower(), b"ab".capitalize(), b"1".zfill(4), b"-1".zfill(4), b"a".center(4, b"*"), b"a\tb".expandtabs(3))
print([b"aB1".isalnum(), b"".isalpha(), b"12".isdigit(), b" \t".isspace(), b"Ab".istitle(), b"\x80".isascii(), b"a".islower()], b"abc"[1], b"abc"[1:], attempt(lambda: b"abc"[5]), b"ab" * 2, b"a" + b"b", attempt(lambda: b"a" + "b"), b"a" < b"b", attempt(lambda: b"a" < "b"), b"a" == "a")
print(b"\xe2\x82\xac".decode(), attempt(b"\xff".decode), b"\xff".decode("latin-1"), b"a\xffb".decode("utf-8", "replace"), b"a\xff".decode("ascii", "ignore"), b"\xff".decode("ascii", "backslashreplace"), ascii(b"\xff".decode("utf-8", "surrogateescape")), attempt(b"a".decode, "none"), attempt(b"\xe2\x82".decode))
print(repr(b"'"), repr(b'"'), repr(b"'\""), repr(b"\t\n\r\\\x00\x7f"), list(b"ab"), hash(b"a") == hash(b"a"), b"%d|%s|%a|%x|%c" % (5, b"z", "é", 255, 65), attempt(lambda: b"%s" % "a"), b"" or "empty", bytes.__new__(bytes, b"x"))
