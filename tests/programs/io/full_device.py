import os
import sys

for mode, what in (("w", "x"), ("wb", b"x")):
    f = open("/dev/full", mode)
    f.write(what)
    try:
        f.flush()
    except OSError as e:
        print(type(e).__name__, e, e.errno)
    try:
        f.close()
    except OSError as e:
        print("close", e)
    print(f.closed)
try:
    with open("/dev/full", "w") as f:
        f.write("y")
except OSError as e:
    print("with", e)
try:
    with open("/dev/full", "wb", buffering=0) as f:
        f.write(b"z")
except OSError as e:
    print("raw", e)
print(open("/dev/null").read(), open("/dev/null", "w").write("gone"), open("/dev/zero", "rb").read(3))
fd = os.open("/dev/null", os.O_RDONLY)
f = open(fd)
os.close(fd)
try:
    f.read()
except OSError as e:
    print(e)
try:
    f.close()
except OSError as e:
    print("close", e, f.closed)
w = open("/dev/null", "w")
w.write("x")
os.close(w.fileno())
try:
    w.flush()
except OSError as e:
    print("flush", e)
try:
    w.close()
except OSError as e:
    print("close", e)
