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


text = "x" + "é€\r\n😀" * 390_000
show(text.encode("utf-8-sig"), encoding="utf-8-sig", newline=None)
show(text.encode("utf-16"), encoding="utf-16", newline="")
long = b"ab\r\n" * 600_000

show(long + b"\xff" + long, encoding="ascii")
show(long[:-1] + b"\xff" + long, encoding="utf-8", errors="replace")

codecs.register_error("counted", lambda error: (f"<{error.start}>", error.end))
show(b"\xff" + long * 2 + b"\xff", encoding="utf-8", errors="counted")

# Decoders that are given much at once keep what is no whole character.
for encoding in "utf-8", "utf-16":
    data = ("aé€" * 720_000).encode(encoding)
    decoder = codecs.getincrementaldecoder(encoding)()
    parts = [decoder.decode(data[:-1]), decoder.getstate()[0], decoder.decode(data[-1:], True)]
    print(encoding, [len(part) for part in parts], parts[0].count("€"), parts[2][-1:])
decoder = codecs.getincrementaldecoder("utf-8")()
try:
    decoder.decode(b"ab" * 2_200_000 + b"\xff" + b"ab")
except UnicodeDecodeError as error:
    print(error.start, error.end, len(error.object), decoder.getstate())
