# A BytesIO keeps the bytes that it was given until they change.
import base64
import binascii
import io
from collections import deque

given = b"one\ntwo\nthree" * 50
file = io.BytesIO(given)
print(file.getvalue() is given, file.read() is given, file.read(), file.tell())
file.seek(0)
print(file.read(3), file.readline(), file.readline(2), len(file.readlines()))
file.seek(4)
print(file.write(b"TWO"), file.getvalue()[:12], given[:12], file.tell())
file = io.BytesIO(given)
print(file.truncate(700), file.getvalue() is given, file.truncate(5), file.getvalue(), given[:5])
file = io.BytesIO(b"abc")
file.seek(6)
file.write(b"x")
print(file.getvalue(), file.write(b""), file.seek(-1, 2), file.read())
file.__init__(b"again")
print(file.tell(), file.read(), file.getvalue())
file.__setstate__((b"state", 2, None))
print(file.read())
file.close()
try:
    file.getvalue()
except ValueError as error:
    print(error)
print(io.BytesIO(None).getvalue(), io.BytesIO().read(), list(io.BytesIO(b"a\nb")))

for size in (*range(12), 255, 256, 1000):
    data = bytes(i * 7 % 256 for i in range(size))
    text = base64.b64encode(data)
    assert base64.b64decode(text) == data and bytes.fromhex(data.hex()) == data and bytes.fromhex(data.hex(" ")) == data
    assert binascii.a2b_base64(text.decode().replace("A", "\nA")) == data
    assert sum(data) == sum(list(data)) and sum(data, -5) == sum(list(data)) - 5 and sum(data, 0.5) == sum(list(data)) + 0.5
for wrong in ("0", "0g", "00 1", "ffxx", "aa\xe9", "ff f"):
    try:
        print(bytes.fromhex(wrong))
    except ValueError as error:
        print(error)
print(bytes.fromhex(" Aa  bB\tcc\n"), sum(b"\xff" * 3, 1 << 61), repr(b"a\"b'c\\\x00\x7f\xff\t\n\r"), repr(b"it's"))

for limit in (None, 0, 3, 20):
    for start in range(0, 12, 3):
        queue, plain = deque(range(start), limit), list(range(start))
        for _ in range(start // 2):
            queue.append(queue.popleft()) if queue else None
        plain = list(queue)
        for extra in ([], [1], list(range(9)), list(range(40))):
            queue.extend(extra)
            plain.extend(extra)
            plain = plain if limit is None else plain[len(plain) - limit:] if len(plain) > limit else plain
            assert list(queue) == plain and queue == deque(plain, limit), (limit, start, extra)
        assert list(queue + queue) == (plain * 2 if limit is None else (plain * 2)[max(0, 2 * len(plain) - limit):])
queue = deque([1, 2])
queue.extend(queue)
print(queue, queue * 2)
