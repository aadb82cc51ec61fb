# Encodings by their names: code pages, escapes, punycode, and what their errors say.
def show(function, *args):
    try:
        print(ascii(function(*args)))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)), getattr(error, "__notes__", None))


every = bytes(range(256))
for name in ["cp1252", "CP437", "iso8859-15", "ISO_8859_2", "koi8-r", "mac-roman", "windows-1251", "cp037", "cp866", "latin2", "l9", "cp1140", "tis-620", "kz1048", "hp-roman8", "iso-8859-1", "mac_greek", "cp850"]:
    for errors in ["ignore", "replace", "backslashreplace", "surrogateescape"]:
        show(every.decode, name, errors)
    show(every.decode, name)
    text = every.decode(name, "ignore")
    show(text.encode, name)
    show("a\xe9\u20ac\u0434\u4e2d\u4e2db".encode, name)
    for errors in ["ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "nope"]:
        show("\u20ac\u0434\u4e2d\u4e2db".encode, name, errors)
for data in [b"\\x4", b"\\u12", b"\\U0011", b"\\U00110000", b"\\N{foo}", b"\\N", b"\\N{", b"\\N{}", b"\\", b"a\\\nb", b"\xe9", b"\\ud800\\udc00", b"\\N{BULLET}\\n\\a\\b\\t\\v\\f\\r\\'\\\"\\\\", b"\\1\\12\\123\\0", b"\\N{bullet}", b"\\N{LINE FEED}", b"\\\\u0041", b"\\u0041\\\\\\u0042", b"a\\x41b", b"\\xzz and more"]:
    for name in ["unicode_escape", "raw_unicode_escape", "unicode-escape"]:
        for errors in ["strict", "replace", "ignore", "backslashreplace", "nope"]:
            show(data.decode, name, errors)
show("a\n\\'\"\t\xe9\u0100\U00012345\ud800\x7f\x80\x00\\u0041".encode, "unicode_escape")
show("a\n\\'\"\t\xe9\u0100\U00012345\ud800\x7f\x80\x00\\u0041".encode, "raw_unicode_escape")
for text in ["", "abc", "b\xfccher", "\u4ed6\u4eec\u4e3a\u4ec0\u4e48", "\U0001f600-a-\xe9", "-", "a-b"]:
    show(text.encode, "punycode")
    show(text.encode("punycode").decode, "punycode")
    show(text.encode, "utf-7")
    show(text.encode("utf-7").decode, "utf-7")
for text in ["www.b\xfccher.de", "example.com", "Stra\xdfe.de", "\u4f8b\u3048.\u30c6\u30b9\u30c8", "a..b", "x" * 64, "B\xdcCHER.", "a\u3002b", ""]:
    show(text.encode, "idna")
for data in [b"xn--bcher-kva.de", b"www.xn--r8jz45g.xn--zckzah", b"abc", b"xn--a", b""]:
    show(data.decode, "idna")
for data in [b"+", b"+AGEA", b"a+-b", b"+AOk-x", b"+2D3eAA-", b"\xff", b"+!", b"Hi Mom -+Jjo--!"]:
    for errors in ["strict", "replace", "ignore"]:
        show(data.decode, "utf-7", errors)
for name in ["rot13", "hex", "base64", "quopri", "uu", "nope", "undefined", "utf-16-le", "utf_16", "latin1", "L1", "us-ascii"]:
    show("a\ud800\xe9".encode, name)
    show(b"a\xff\xfe\xfd".decode, name)
    show(str, b"\xe9\xff\xdf", name)
    show(bytes, "\ud8ff", name)
