for data, codec in ((b"abc", "ascii"), (b"a\xc3\xa9\xe2\x82\xac\xf0\x9f\x99\x82", "utf-8"), (b"\xe9", "latin-1"), (b"\xff\xfea\x00", "utf-16"), (b"a\x00", "utf-16-le"), (b"\xef\xbb\xbfa", "utf-8-sig"), (b"\x00\x00\x00a", "utf-32-be")):
    print(codec, ascii(data.decode(codec)))
bad = [b"\xff", b"a\xc3", b"\xe2\x82", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"a\x80b", b"\xc0\xaf", b"\xf0\x9f\x99", b"\xe2(\xa1"]
for data in bad:
    for handler in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
        try:
            print(data, handler, ascii(data.decode("utf-8", handler)))
        except UnicodeDecodeError as error:
            print(data, handler, error, error.start, error.end, error.object, error.reason)
for call in ("b'a\\xff'.decode('ascii')", "b'a'.decode('utf-16')", "b'a'.decode('nope')", "b'\\xff'.decode('utf-8', 'nope')", "b'a'.decode(5)", "b'\\xff'.decode('utf-8', 'xmlcharrefreplace')", "b'a'.decode('ascii', 'strict', 1)"):
    try:
        print(call, ascii(eval(call)))
    except (LookupError, TypeError, UnicodeError) as error:
        print(call, type(error).__name__, error)
