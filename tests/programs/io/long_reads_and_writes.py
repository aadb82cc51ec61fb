# Reads and writes beyond the size of what is read or written at once.
import io
import os

SIZE = 40_000_003
data = (bytes(range(251)) * (SIZE // 251 + 1))[:SIZE]
name = f"/tmp/anthill_long_{os.getpid()}"
try:
    with open(name, "wb", 0) as file:
        print(file.write(data), file.tell())
    with open(name, "ab") as file:
        print(file.write(data[:5]), file.write(data), file.tell())
    print(os.path.getsize(name))
    with open(name, "rb", 0) as file:
        part = file.read(SIZE)
        print(len(part), part == data, len(file.read(3)), len(file.read(10**8)), file.read(5))
        file.seek(7)
        print(file.readall() == (data + data[:5] + data)[7:], file.readall())
    with open(name, "rb") as file:
        print(file.read(10), file.read(SIZE - 10) == data[10:], file.peek(3)[:3], len(file.read()), file.read())
        file.seek(0)
        lines = sum(1 for line in file)
        print(lines)
    descriptor = os.open(name, os.O_RDWR)
    print(os.read(descriptor, SIZE) == data, os.read(descriptor, 4), os.write(descriptor, data), os.read(descriptor, 9))
    os.close(descriptor)
finally:
    os.remove(name)

# In memory: nothing is copied that need not be, and all comes back.
buffered = io.BufferedReader(io.BytesIO(data))
print(buffered.read() == data, buffered.read(), buffered.seek(3), buffered.read(2), buffered.read() == data[5:])
buffered.seek(1)
print(buffered.read(SIZE - 2) == data[1:-1], buffered.read(7))


class Own(bytes):
    pass


class Raw(io.RawIOBase):
    def __init__(self, parts):
        self.parts = list(parts)

    def readable(self):
        return True

    def read(self, size=-1):
        return self.parts.pop(0) if self.parts else b""


print(io.BufferedReader(Raw([b"ab", b"", b"cd"])).read(), Raw([b"ab", b"cd", None]).readall(), Raw([None]).readall())


class All(Raw):
    def readall(self):
        return Own(b"all")


print(type(io.BufferedReader(All([])).read()).__name__)
memory = io.BytesIO(data)
memory.seek(SIZE - 5)
print(memory.write(data[:10]), memory.getvalue() == data[:-5] + data[:10])
memory.seek(5)
print(memory.write(data), memory.tell(), memory.getvalue() == data[:5] + data)
memory.seek(SIZE + 12)
print(memory.write(b"end"), memory.getvalue()[-12:])
long = io.BytesIO(b"x" * 20_000_000 + b"\n" + b"y" * 10)
print(len(long.readline(15_000_000)), len(long.readline()), long.readline(), long.readline())
