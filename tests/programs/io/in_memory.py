import io

s = io.StringIO()
print(s.write("héllo"), s.write("\nworld"), s.tell(), s.getvalue(), s.seek(0), s.read(3), s.readline(), s.read(), s.read(), s.readline())
s.seek(2)
s.write("XX")
print(s.getvalue(), s.tell(), s.seek(20), s.write("end"), ascii(s.getvalue()), s.truncate(4), s.getvalue(), s.tell(), s.seek(0, 2))
print(list(io.StringIO("a\nb\n\nc")), io.StringIO("a\r\nb\rc").readlines(), io.StringIO("a\r\nb\rc", newline=None).readlines(), io.StringIO("a\r\nb\rc", newline="").readlines())
print(io.StringIO("a\nb", newline="\r\n").getvalue().encode(), io.StringIO("abc").readline(2), io.StringIO("日本𝄞").read(2), io.StringIO("a\nb").readlines(1))
n = io.StringIO(newline=None)
n.write("a\r")
n.write("\nb")
print(ascii(n.getvalue()), n.newlines)
print(s.readable(), s.writable(), s.seekable(), s.isatty(), s.closed, s.line_buffering, s.encoding, s.errors)
with io.StringIO("x") as t:
    print(t.read())
print(t.closed)
for call in ("t.read()", "t.write('a')", "t.getvalue()", "iter(t)", "t.seek(0)", "io.StringIO(5)", "io.StringIO('a', newline='q')", "s.seek(-1)", "s.seek(1, 1)", "s.truncate(-1)", "s.write(b'x')", "s.read('a')", "s.fileno()", "s.detach()", "s.name", "io.StringIO('a', 'b', 'c')", "io.StringIO(foo=1)"):
    try:
        print(eval(call))
    except Exception as e:
        print(call, type(e).__name__, e)
b = io.BytesIO(b"abc\ndef")
print(b.read(2), b.readline(), b.tell(), b.read(), b.read(1), b.seek(1), b.write(b"ZZZZ"), b.getvalue(), b.seek(-2, 2), b.read(), b.truncate(3), b.getvalue(), b.tell())
b.seek(6)
b.write(b"!")
print(b.getvalue(), b.seek(0), list(b), b.seek(0), b.readlines(), b.seek(0), b.read1(2), b.readable())
b.writelines([b"1", b"2"])
print(b.getvalue(), io.BytesIO(b"x\ny").readlines(1), io.BytesIO().read(), io.BytesIO(b"a\nb\n").readline(1))
b.close()
for call in ("b.read()", "b.getvalue()", "b.write(b'')", "io.BytesIO('a')", "io.BytesIO(3)", "io.BytesIO(b'a').seek(-1)", "io.BytesIO(b'a').seek(0, 3)", "io.BytesIO().write('a')", "io.BytesIO().read(1.5)", "io.BytesIO().fileno()"):
    try:
        print(eval(call))
    except Exception as e:
        print(call, type(e).__name__, e)


class Log(io.StringIO):
    def write(self, text):
        return super().write(f"[{text}]")


log = Log()
print("a", "b", file=log)
print(log.getvalue())
t = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\r\n")
print("línea", file=t)
t.flush()
print(t.buffer.getvalue(), t.tell(), t.seek(0), t.read().encode())
t.reconfigure(line_buffering=True, errors="replace") if False else None
t = io.TextIOWrapper(io.BytesIO(b"a b\nc"), encoding="ascii")
print(t, next(t), t.read(), isinstance(t, io.TextIOBase), isinstance(t, io.IOBase), isinstance(b, io.BufferedIOBase), issubclass(io.StringIO, io.TextIOBase))
print(isinstance(s, io.RawIOBase), io.StringIO.__module__, io.SEEK_END, io.text_encoding(None), io.DEFAULT_BUFFER_SIZE)
big = io.StringIO()
for i in range(3000):
    big.write(str(i))
print(len(big.getvalue()), big.getvalue()[-8:])
import sys

old = sys.stdout
sys.stdout = io.StringIO()
print("captured", 1)
sys.stdout.write("x")
text = sys.stdout.getvalue()
sys.stdout = old
print(repr(text))


class Half(io.IOBase):
    def readable(self):
        return True

    def read(self, n=-1):
        return b""


h = Half()
print(h.closed, h.readline(), h.readlines(), h.isatty(), h.seekable(), list(h), h.close(), h.closed)
for call in ("h.readline()", "h.seek(0)", "h.fileno()", "h.flush()", "iter(h)", "h.__enter__()", "io.RawIOBase().read(1)", "io.TextIOBase().read()"):
    try:
        print(call, eval(call))
    except Exception as e:
        print(call, type(e).__name__, e)
