# UTF-16 and UTF-32 with surrogates, errors and lengths around those of internal batches.
texts = ["", "a", "abc" * 100, "é" * 300, "日本" * 200, "a😀b" * 150, "x" * 255 + "😀", "x" * 256 + "\ud800y", "\udfff"]
for text in texts:
    for codec in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
        for errors in ("strict", "replace", "ignore", "surrogatepass", "backslashreplace"):
            try:
                data = text.encode(codec, errors)
            except UnicodeEncodeError as error:
                print(codec, errors, error)
                continue
            back = data.decode(codec, errors)
            print(codec, errors, len(data), hash(data) == hash(bytes(data)), data[:8], data[-6:], back == text, len(back))
pieces = [
    b"\xff\xfea\0\xd8", b"\xfe\xff\0a\xd8\0", b"a\0" * 300 + b"\0\xd8a\0", b"a\0" * 256 + b"\0\xdc", b"\xff\xfe", b"\xff",
    b"a\0\0\0" * 257 + b"\0\0\x11\0", b"\0\xd8\0\0" * 2, b"abc", b"\0\0\xfe\xff\0\0\0a",
]
for piece in pieces:
    for codec in ("utf-16", "utf-16-be", "utf-32", "utf-32-be"):
        for errors in ("strict", "replace", "ignore"):
            try:
                text = piece.decode(codec, errors)
                print(codec, errors, len(text), ascii(text[:3]), ascii(text[-3:]))
            except UnicodeDecodeError as error:
                print(codec, errors, error.start, error.end, error.reason)
