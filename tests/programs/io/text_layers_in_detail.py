import io, os
path = f"/tmp/anthill-io-{os.getpid()}"
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, str(e).replace(path, "PATH"))
with open(path, "w", encoding="utf-8", newline="") as f:
    print(f.write("one\r\ntwo\nthr\u00e9e\rfour"), f.tell(), f.name == path, f.mode, f.encoding, f.newlines, f.closed, f.writable(), f.readable(), f.seekable(), f.line_buffering)
    t(f.read)
t(lambda: f.write("x")); t(lambda: f.readline())
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, encoding="utf-8", newline=newline) as f: print(newline.__repr__(), f.readlines(), f.newlines)
with open(path, "rb") as f: print(f.read(), f.seek(-4, 2), f.read(2), f.peek()[:2], f.tell(), f.seek(0), f.readline(), f.read1(3), f.raw.__class__.__name__)
with open(path, encoding="ascii") as f: t(f.read)
for errors in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    with open(path, encoding="ascii", errors=errors) as f: print(ascii(f.read()))
with open(path, "r+", encoding="utf-8") as f: print(f.readline(), f.read(2)); f.seek(0); f.write("ONE"); f.seek(0); print(f.read()); t(lambda: f.seek(1, 1)); t(lambda: f.seek(-1)); print(f.seek(0, 2), f.truncate(5)); t(lambda: f.seek(0, 9))
with open(path, "a") as f: f.write("end"); print(f.tell())
print(open(path).read()); t(lambda: open(path, "x")); t(lambda: open(path, "w+b", encoding="utf-8")); t(lambda: open(path, "bt")); t(lambda: open(path, "r", newline="x")); t(lambda: open(path, buffering=0)); t(lambda: open("")); t(lambda: open(path, "r", encoding="nope")); t(lambda: open(path, errors="nope").read()); t(lambda: open("/tmp")); t(lambda: open(-1)); t(lambda: open(path, opener=lambda p, f: -1))
with open(path) as f:
    for line in f: print(line, end="|"); t(f.tell)
    next(f, None); print(f.buffer.__class__.__name__)
b = io.BytesIO(b"a\nb\nc"); w = io.TextIOWrapper(b, encoding="utf-8"); print(w.readline(), list(w), w.detach() is b); t(w.read)
s = io.StringIO("x\ny\r\nz", newline=None); print(s.read(), s.getvalue(), s.newlines); s = io.StringIO(); print(s.write("ab"), s.seek(1), s.write("Q"), s.getvalue(), s.truncate(1), s.getvalue(), s.tell()); s.close(); t(s.getvalue); t(lambda: io.StringIO(b"")); t(lambda: io.StringIO().write(b"")); t(lambda: io.BytesIO("x")); t(lambda: io.BytesIO().write("x"))
b = io.BytesIO(b"hello"); print(b.read(2), b.getvalue(), b.seek(10), b.write(b"!"), b.getvalue(), b.seek(0), b.readlines(), b.truncate(2), b.getvalue(), b.read1(), bool(b)); t(lambda: b.seek(-1)); print(io.BytesIO(b"ab\ncd").readline(1), io.BytesIO(b"a\nb").__next__())
r = io.BufferedReader(io.BytesIO(b"0123456789"), buffer_size=4); print(r.peek(1)[:1], r.read(3), r.tell(), r.read(), r.read()); 
o = io.BytesIO(); w = io.BufferedWriter(o, 4); print(w.write(b"ab"), o.getvalue(), w.write(b"cdefg"), w.flush(), o.getvalue()); t(w.read); rw = io.BufferedRandom(io.BytesIO(b"abcdef")); print(rw.read(2), rw.write(b"X"), rw.seek(0), rw.read()); p = io.BufferedRWPair(io.BytesIO(b"in"), io.BytesIO()); print(p.read(), p.write(b"out"))
class Up(io.TextIOBase):
    def write(self, s): print("UP", s.upper(), end=""); return len(s)
print("hello", file=Up()); t(lambda: io.IOBase().fileno()); t(lambda: io.RawIOBase().read(1)); print(io.DEFAULT_BUFFER_SIZE, io.SEEK_END, issubclass(io.FileIO, io.RawIOBase), isinstance(io.StringIO(), io.TextIOBase), io.UnsupportedOperation.__mro__[1:3])
f = io.FileIO(path); print(f.readall()[:2], f.mode, f.closefd, f.seek(0), f.read(1), repr(f).startswith("<_io.FileIO")); f.close(); t(f.read); print(repr(f)); fd = os.open(path, os.O_RDONLY)
with open(fd, closefd=False) as f: f.read(1)
os.close(fd); print(io.IncrementalNewlineDecoder(None, True).decode("a\r\nb\r")); os.unlink(path)
