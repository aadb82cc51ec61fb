# The module: lookup, handlers and codecs of one's own, classes for what comes in pieces, streams.
import codecs
import io
import os



def show(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        print(ascii(result))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)), getattr(error, "__notes__", None))


for name in "utf8 ascii rot13 hex base64 idna punycode utf-7 raw-unicode-escape utf-16le utf_32_be utf-8-sig cp437 mac-roman koi8-r undefined quopri uu latin1 L1 iso8859_15".split():
    info = codecs.lookup(name)
    print(name, info.name, info._is_text_encoding, len(info), isinstance(info, tuple), info.encode is info[0], info.streamwriter is info[3])
print(repr(codecs.lookup("utf8")).split(" at ")[0])
for args in [("nope",), ("a\0b",), ("é",), (5,)]:
    show(codecs.lookup, *args)
show(codecs.encode, "abc", "rot13")
show(codecs.decode, "nop", "rot13")
show(codecs.encode, b"abc\xff", "hex")
show(codecs.decode, b"616", "hex")
show(codecs.decode, b"6g", "hex")
show(codecs.encode, b"abc" * 30, "base64")
show(codecs.decode, b"YWJj", "base64")
show(codecs.encode, b"a=b\xff \n", "quopri")
show(codecs.decode, b"a=3Db=FF", "quopri")
show(codecs.encode, b"a" * 50, "uu")
show(codecs.decode, codecs.encode(b"a" * 50, "uu"), "uu")
show(codecs.encode, "é")
show(codecs.encode, "é", "ascii")
show(codecs.encode, "é", "ascii", "replace")
show(codecs.encode, "é", errors="ignore")
show(codecs.encode, 5)
show(codecs.encode, "a", "nope")
show(codecs.encode, "a", 5)
show(codecs.decode, "a")
show(codecs.decode, b"\xff")
show(codecs.decode, b"\xff", "utf-8", "replace")
show(codecs.getencoder("utf-8"), "aé")
show(codecs.getdecoder("latin-1"), b"a\xe9")
show(codecs.utf_8_decode, b"a\xc3")
show(codecs.utf_8_decode, b"a\xc3", None, True)
show(codecs.ascii_encode, "é", "replace")
show(codecs.escape_decode, b"a\\n\\x41\\101\\z")
show(codecs.escape_decode, b"\\x4")
show(codecs.escape_encode, b"a\n'\"\xff\\")
show(codecs.charmap_decode, b"ab", "strict", {97: "x", 98: None})
show(codecs.charmap_decode, b"ab", "replace", {97: "x"})
show(codecs.charmap_encode, "ab", "strict", {97: 120, 98: b"zz"})
show(codecs.charmap_encode, "abc", "strict", {97: 120})
show(codecs.make_encoding_map, {1: 2, 3: 2, 4: 5})
print(codecs.BOM_UTF8, codecs.BOM_UTF16_BE, codecs.BOM, codecs.BOM_UTF32_LE, sorted(codecs.__all__))


def upper(error):
    print(type(error).__name__, error.encoding, error.start, error.end, error.reason)
    if isinstance(error, UnicodeDecodeError):
        return "<" + error.object[error.start:error.end].hex() + ">", error.end
    return error.object[error.start:error.end].upper().replace("É", "E"), error.end


codecs.register_error("test.upper", upper)
show("aéß中b".encode, "ascii", "test.upper")
show("aéb".encode, "ascii", "test.upper")
show("aéb".encode, "cp437", "test.upper")
show(b"a\xffb\xc3".decode, "utf-8", "test.upper")
show(b"a\x81b".decode, "cp1252", "test.upper")
show(b"a\\x4".decode, "unicode_escape", "test.upper")
codecs.register_error("test.bytes", lambda error: (b"\x00\xff", error.end))
show("aéé中".encode, "ascii", "test.bytes")
show(b"\xff".decode, "ascii", "test.bytes")
for answer in [5, ("x",), ("x", "y"), ("x", 100), ("x", -1), ("x", -100), (5, 1), ("é", 2), None]:
    codecs.register_error("test.odd", lambda error, answer=answer: answer)
    if answer != ("x", -1):
        show("aéb".encode, "ascii", "test.odd")
        show(b"a\xffb".decode, "ascii", "test.odd")
    else:
        show("aé".encode, "ascii", "test.odd") if False else show("éa".encode, "ascii", "test.odd")


def fail(error):
    raise KeyError("from the handler")


codecs.register_error("test.fail", fail)
show("é".encode, "ascii", "test.fail")
show(codecs.register_error, "x", 5)
show(codecs.register_error, 5, len)
show(codecs.lookup_error, "nope")
print(codecs.lookup_error("test.upper") is upper, codecs.lookup_error("strict") is codecs.strict_errors)
encode_error = UnicodeEncodeError("ascii", "aéb", 1, 2, "why")
decode_error = UnicodeDecodeError("ascii", b"a\xff\xfeb", 1, 3, "why")
translate_error = UnicodeTranslateError("aéb", 1, 2, "why")
for name in ["strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "surrogatepass"]:
    for error in (encode_error, decode_error, translate_error, ValueError("v"), 5):
        print(name, end=" ")
        show(codecs.lookup_error(name), error)


def search(name):
    print("search", name)
    if name == "test_swap":
        return codecs.CodecInfo(
            lambda text, errors="strict": (text.swapcase().encode("utf-8"), len(text)),
            lambda data, errors="strict": (bytes(data).decode("utf-8").swapcase(), len(data)),
            name="test-swap",
        )
    if name == "test_bad":
        return 5
    if name == "test_odd":
        return codecs.CodecInfo(lambda text, errors="strict": ("text", 1), lambda data, errors="strict": 5, name="odd")
    if name == "test_raise":
        raise KeyError("search")
    return None


codecs.register(search)
show(codecs.register, 5)
show("aBc".encode, "Test-Swap")
show(b"aBc".decode, "test swap")
show(str, b"aBc", "test_swap")
show("a".encode, "test_bad")
show("a".encode, "test_odd")
show(b"a".decode, "test_odd")
show("a".encode, "test_raise")
show("a".encode, "unheard of")
show(codecs.encode, "a", "test_odd")
codecs.unregister(search)
show("aBc".encode, "test_swap")

for name in ["utf-8", "utf-16", "utf-32", "utf-8-sig", "utf-16-be", "cp1252", "ascii", "unicode_escape"]:
    text = "aé€\U0001f600"[:{"cp1252": 3, "ascii": 1}.get(name, 4)]
    encoder = codecs.getincrementalencoder(name)()
    pieces = [encoder.encode(c) for c in text] + [encoder.encode("", True)]
    print(name, pieces)
    data = b"".join(pieces)
    decoder = codecs.getincrementaldecoder(name)()
    read = []
    for byte in data:
        read.append(decoder.decode(bytes([byte])))
    read.append(decoder.decode(b"", True))
    print(ascii(read), decoder.getstate())
    decoder.reset()
    print("".join(codecs.iterdecode([data[:3], data[3:]], name)) == text, b"".join(codecs.iterencode(text, name)) == data)
decoder = codecs.getincrementaldecoder("utf-8")("strict")
print(ascii(decoder.decode(b"\xe4\xb8")), decoder.getstate())
show(decoder.decode, b"", True)
decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
print(ascii(decoder.decode(b"a\xe4\xb8", True)))

folder = "."
path = os.path.join(folder, "codecs_registry.txt")
with codecs.open(path, "w", "utf-16") as file:
    file.write("eins\nzwei é\n")
    file.writelines(["drei\r\n", "vier"])
print(open(path, "rb").read()[:12])
with codecs.open(path, "r", "utf-16") as file:
    print(file.encoding, repr(file.readline()), repr(file.read(3)), ascii(file.readlines()))
with codecs.open(path, encoding="utf-16") as file:
    print([line for line in file])
with open(path, encoding="utf-16") as file:
    print(file.read().splitlines())
with open(path, "w", encoding="cp1252", errors="test.upper") as file:
    file.write("aé€")
with open(path, "rb") as file:
    print(file.read())
with open(path, encoding="cp437") as file:
    print(ascii(file.read()))
os.remove(path)
writer = codecs.getwriter("latin-1")(buffer := io.BytesIO())
writer.write("é!")
print(buffer.getvalue())
reader = codecs.getreader("utf-8")(io.BytesIO("é\nb\n".encode()))
print(list(reader))
recoder = codecs.EncodedFile(io.BytesIO("é\n".encode("latin-1")), "utf-8", "latin-1")
print(recoder.read())
