import io
import os

top = f"/tmp/anthill-binary-{os.getpid()}"
os.mkdir(top)
os.chdir(top)
with open("b", "wb") as f:
    print(f, f.write(b"0123456789" * 3), f.tell(), f.raw, f.mode, f.name, f.raw.mode)
    f.flush()
    f.seek(5)
    f.write(b"xyz")
    print(f.tell(), f.seek(0, os.SEEK_END))
with open("b", "rb") as f:
    print(f.read(4), f.peek()[:6], f.read1(3), f.tell(), f.readline(), f.read(), f.read(1))
    print(f.seek(-5, 2), f.read(2), f.seek(-1, 1), f.read(1), f.seek(2), f.read(3))
    for bad in ("f.seek(-1)", "f.write(b'a')", "f.read(-2)", "f.seek(0, 7)", "f.truncate(0)", "f.read('x')"):
        try:
            print(eval(bad))
        except Exception as e:
            print(bad, type(e).__name__, e)
with open("b", "r+b") as f:
    print(f.read(3), f.write(b"AB"), f.tell(), f.read(2), f.seek(0), f.read(8), f.truncate(6), f.seek(0), f.read())
with open("b", "w+b", buffering=4) as f:
    for i in range(10):
        f.write(bytes([65 + i]))
    f.seek(3)
    print(f.read(2), f.tell(), f.write(b"!!"), f.seek(0), f.read())
with open("b", "ab") as f:
    print(f.tell(), f.write(b"Z"), f.tell())
with open("b", "rb", buffering=0) as f:
    print(f, f.read(3), f.readall(), f.read(1), f.tell(), f.seekable(), f.fileno() > 2, f.isatty(), f.closefd)
with open("lines", "wb") as f:
    f.writelines([b"one\n", b"two\n", b"three"])
with open("lines", "rb") as f:
    print(list(f), f.seek(0), f.readline(2), f.readlines(), f.seek(0), f.readlines(1), [x for x in iter(lambda: f.read(3), b"")])
big = bytes(range(256)) * 200
with open("big", "wb") as f:
    f.write(big[:100])
    f.write(big[100:])
with open("big", "rb") as f:
    print(f.read() == big, f.seek(0), f.read(9000) == big[:9000], f.read(10) == big[9000:9010], f.tell(), len(f.read(10**6)), len(f.peek()))
    try:
        f.read(10**18)
    except (MemoryError, OverflowError) as e:
        print(type(e).__name__)
f = io.FileIO("b", "w")
print(f.write(b"raw"), f.tell(), f.truncate(2), f.mode, f.name, f.close(), f.closed, f)
print(io.FileIO("b").read())
try:
    io.FileIO("b").write(b"x")
except io.UnsupportedOperation as e:
    print(e, isinstance(e, OSError), isinstance(e, ValueError))
r, w = os.pipe()
with open(w, "wb") as writer, open(r, "rb") as reader:
    writer.write(b"through a pipe\nsecond")
    writer.flush()
    print(reader.readline(), reader.read1(), reader.seekable())
    try:
        reader.seek(0)
    except OSError as e:
        print(type(e).__name__, e)
pair = io.BufferedRWPair(io.FileIO("b"), io.FileIO("c", "w"))
print(pair.read(), pair.write(b"q"), pair.close(), open("c", "rb").read())


class Raw(io.RawIOBase):
    def __init__(self):
        self.out = []

    def writable(self):
        return True

    def write(self, b):
        self.out.append(bytes(b))
        return min(len(b), 3)


raw = Raw()
b = io.BufferedWriter(raw, 4)
print(b.write(b"abcdefgh"), raw.out, b.flush(), raw.out)
t = io.TextIOWrapper(b, encoding="utf-8", write_through=True)
print(t.write("é\n"), t.flush(), raw.out, raw.closed, t.close(), raw.closed, b.closed)
for call in ("open('nope', 'rb')", "open('.', 'rb')", "open('b', 'rb').foo", "io.BufferedReader(5)", "io.BufferedWriter(io.FileIO('b'))", "io.BytesIO('x')", "open('b', 'rb').write('x')", "open('b', 'rt').write('x')", "io.open('b', 'q')", "open('b', 'wb').read()", "open('b', 'wb').write('s')"):
    try:
        print(eval(call))
    except Exception as e:
        print(call, type(e).__name__, e)
for name in os.listdir("."):
    os.remove(name)
os.chdir("/")
os.rmdir(top)
