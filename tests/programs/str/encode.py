s = "aé€🙂"
for codec in ("utf-8", "UTF8", "utf-8-sig", "utf-16", "utf-16-le", "utf_16_be", "utf-32", "utf-32-be"):
    data = s.encode(codec)
    print(codec, data.hex(), data.decode(codec) == s)
for codec in ("ascii", "latin-1"):
    for handler in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"):
        try:
            print(codec, handler, s.encode(codec, handler))
        except UnicodeEncodeError as error:
            print(codec, handler, ascii(str(error)), error.start, error.end, error.reason, error.encoding, ascii(error.object))
lone = "a\udc80b\ud800"
for handler in ("strict", "ignore", "replace", "surrogateescape", "surrogatepass", "backslashreplace"):
    try:
        print(handler, lone.encode("utf-8", handler))
    except UnicodeEncodeError as error:
        print(handler, ascii(str(error)))
for call in ("'a'.encode('nope')", "'é'.encode('ascii', 'nope')", "'a'.encode('ascii', 'nope')", "'a'.encode(5)", "'a'.encode('ascii', 5)", "'a'.encode('x\\0y')", "''.encode('utf-16')", "'a'.encode(errors='strict', encoding='latin-1')"):
    try:
        print(call, eval(call))
    except (LookupError, TypeError, ValueError) as error:
        print(call, type(error).__name__, ascii(str(error)))
