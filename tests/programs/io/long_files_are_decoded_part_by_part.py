# runs: plain
# The rest of a long file is decoded part by part: characters and line ends across parts, marks, errors.
import codecs
import io


def show(data, **options):
    file = io.TextIOWrapper(io.BytesIO(data), **options)
    begin = file.read(3)
    try:
        text = file.read()
    except UnicodeError as error:
        print(repr(begin), error.encoding, len(error.object), error.start, error.end, error.reason)
    else:
        print(repr(begin), len(text), text.count("\n"), text.count("\r"), repr(text[-4:]), hash(text) == hash(str(text)), file.newlines)
    left = file.read()
    print(len(left), repr(left[:5]))


for shift in range(2):
    text = "x" * shift + "é€\r\n😀" * 390_000
    for encoding in "utf-8-sig", "utf-16":
        for newline in None, "", "\r\n":
            show(text.encode(encoding), encoding=encoding, newline=newline)
show(("a\r" * 2_150_000).encode(), newline=None, encoding="utf-8")
long = b"ab\r\n" * 1_060_000
show(long + b"\xff", encoding="utf-8")
show(long + b"\xe2\x82", encoding="utf-8")
show(long + b"\xff" + long, encoding="ascii")
show(long[:-1] + b"\xff" + long, encoding="utf-8", errors="replace")
show(long + b"\xe2\x82", encoding="utf-8", errors="surrogateescape")
show(long + b"\x00", encoding="utf-16-le")
codecs.register_error("counted", lambda error: (f"<{error.start}>", error.end))
show(b"\xff" + long + b"\xff", encoding="utf-8", errors="counted")

# Decoders that are given much at once keep what is no whole character.
for encoding in "utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-7", "unicode_escape":
    data = ("aé€" * 720_000).encode(encoding)
    decoder = codecs.getincrementaldecoder(encoding)()
    parts = [decoder.decode(data[:-1]), decoder.getstate()[0], decoder.decode(data[-1:], True)]
    print(encoding, [len(part) for part in parts], parts[0].count("€"), parts[2][-1:])
decoder = codecs.getincrementaldecoder("utf-8")()
try:
    decoder.decode(b"ab" * 2_200_000 + b"\xff" + b"ab")
except UnicodeDecodeError as error:
    print(error.start, error.end, len(error.object), decoder.getstate())
