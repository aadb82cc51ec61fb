import io
import os

top = f"/tmp/anthill-text-{os.getpid()}"
os.mkdir(top)
os.chdir(top)
with open("a.txt", "w") as f:
    print(f.write("één\nзwei\n三\n"), f.tell(), f.closed, f.mode, f.name, f.encoding, f.errors, f.newlines, f.writable(), f.readable(), f.seekable())
    f.writelines(["x\n", "y"])
    print("printed", 1, 2.5, file=f, sep="-")
print(f.closed, os.path.getsize("a.txt"))
with open("a.txt") as f:
    print(f.readline(), f.read(2), f.tell(), f.readlines(), f.read(), f.readline())
    print(f.seek(0), f.read(5), f.tell())
    pos = f.tell()
    rest = f.read()
    f.seek(pos)
    print(f.read() == rest, f.seek(0, 2))
    f.seek(0)
    for line in f:
        try:
            f.tell()
        except OSError as e:
            print(e)
        break
    print(next(f), list(f), f.tell())
with open("a.txt", "a") as f:
    print(f.tell(), f.write("appended\n"))
with open("a.txt", "r+") as f:
    f.seek(0, 2)
    f.write("end")
    f.seek(0)
    print(f.read())
    f.seek(0)
    f.truncate(4)
print(open("a.txt", "rb").read())
try:
    open("a.txt", "x")
except FileExistsError as e:
    print(e)
data = b"a\r\nb\rc\nd"
open("n.txt", "wb").write(data)
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("n.txt", newline=newline) as f:
        print(repr(newline), f.readlines(), f.newlines, end=" ")
        f.seek(0)
        print([f.read(1) for _ in range(9)], f.tell())
    with open("w.txt", "w", newline=newline) as f:
        f.write("1\n2\r\n3\r")
    print(open("w.txt", "rb").read())
with open("n.txt") as f:
    positions = []
    while f.readline():
        positions.append(f.tell())
    print(len(positions), positions[0], positions[2:])
    for p in positions:
        f.seek(p)
        print(repr(f.read()), end=" ")
    print()
for enc in ("utf-8", "utf-8-sig", "latin-1", "ascii", "utf-16", "utf-16-le", "utf-32"):
    with open("e.txt", "w", encoding=enc, errors="replace") as f:
        f.write("añ€")
        f.write("x\n")
    raw = open("e.txt", "rb").read()
    with open("e.txt", encoding=enc) as f:
        print(enc, raw, f.read(), f.encoding, f.tell() == len(raw))
    with open("e.txt", "a", encoding=enc, errors="ignore") as f:
        f.write("é")
    print(open("e.txt", encoding=enc).read().encode("unicode_escape") if False else ascii(open("e.txt", encoding=enc).read()))
open("bad.txt", "wb").write(b"ok\xff\xfe\xe2\x82")
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
    try:
        print(errors, ascii(open("bad.txt", encoding="utf-8", errors=errors).read()))
    except UnicodeDecodeError as e:
        print(errors, e)
for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"):
    try:
        with open("e.txt", "w", encoding="ascii", errors=errors) as f:
            f.write("aé€𝄞b")
        print(errors, open("e.txt", "rb").read())
    except UnicodeEncodeError as e:
        print(errors, e)
with open("s.txt", "w", encoding="utf-8", errors="surrogateescape") as f:
    f.write("\udcff")
print(open("s.txt", "rb").read())
long = "".join(f"line {i} é\n" for i in range(5000))
with open("long.txt", "w") as f:
    f.write(long)
with open("long.txt") as f:
    print(sum(map(len, f)), f.read())
    f.seek(0)
    print(f.read() == long, f.seek(0), f.read(10000) == long[:10000], f.readline() == long[10000:][: len(long[10000:].split("\n")[0]) + 1])
    where = f.tell()
    after = f.read(20)
    f.seek(where)
    print(f.read(20) == after, f.readline(3), f.readlines(20))
class Upper(io.TextIOWrapper):
    def write(self, text):
        return super().write(text.upper())
with Upper(open("u.txt", "wb")) as f:
    print("shout", file=f)
print(open("u.txt").read(), end="")
f = open("a.txt")
b = f.detach()
print(b, f.buffer if False else "detached")
try:
    f.read()
except ValueError as e:
    print(e)
b.close()
f = open("a.txt", "w")
f.write("closed at deletion")
del f
print(open("a.txt").read())
fd = os.open("a.txt", os.O_RDONLY)
with open(fd, closefd=False) as f:
    print(f.read(6), f.name == fd)
os.close(fd)
print(open("a.txt", opener=lambda path, flags: os.open(path, flags)).read())
for name in os.listdir("."):
    os.remove(name)
os.chdir("/")
os.rmdir(top)
