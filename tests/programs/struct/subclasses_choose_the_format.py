"""`Struct.__init__` takes the format, so that subclasses may choose it."""
import struct
class M(struct.Struct):
    def __init__(self): super().__init__('>h')
m=M(); print(m.format, m.size, m.pack(1), m)
class N(struct.Struct):
    def __new__(cls,*a): return super().__new__(cls,'>i')
print(N("x").size)
for f in (lambda: struct.Struct(), lambda: struct.Struct(1), lambda: struct.Struct("i", 2), lambda: struct.Struct(format="i").size, lambda: struct.Struct("i").__init__("zz")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
s = struct.Struct("h")
s.__init__("i")
print(s.size, s.format)
