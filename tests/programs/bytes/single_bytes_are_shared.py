# Copies of no byte and of one exist once, as in CPython; what is built in place is shared only if it is empty.
import binascii
import io
import marshal
import re
import struct
import sys

every = bytes(range(256))
one = every[97:98]
print("slices", one is every[97:98], one is b"a", b"xa"[::-1][:1] is one, b"abab"[0:4:5] is one)
print("all", all(every[i : i + 1] is every[i : i + 1] for i in range(256)))
print("empty", bytes(0) is b"", bytes([]) is b"", b"" is every[3:3], b"".join([]) is b"", bytes() is b"", b"a" * 0 is b"", every[5:1:2] is b"")
print("emptied", b"bb".replace(b"bb", b"") is b"", b"ab".removeprefix(b"ab") is b"", b" ".strip() is b"", b"" * 5 is b"")
print("split", b"a,b".split(b",")[0] is one, b"b a".rsplit()[1] is one, b"a\n".splitlines()[0] is one, b"aa".split(b"a")[1] is b"")
print("rsplit", b"b,a".rsplit(b",", 1)[1] is one, b"a,b,a".rsplit(b",", 1)[1] is one)
print("partition", b"a,b".partition(b",")[0] is one, b"a".partition(b",")[1] is b"", b"b,a".rpartition(b",")[2] is one)
print("longer", (b"a" + b"," * 100).split(b",")[0] is one, (b"," * 100 + b"a").partition(b",,,a")[2] is b"")
print("strip", b" a ".strip() is one, b"ab".removesuffix(b"b") is one)
print("replace", b"b".replace(b"b", b"a") is one, b"ab".replace(b"b", b"") is one)
print("encode", "a".encode() is one, "".encode() is b"", "a".encode("latin-1") is one, "\xe9".encode("latin-1") is b"\xe9")
print("case", b"A".lower() is one, b"a".translate(None) is one)
print("joined", b"a".join([b"a"]) is one, b"".join([b"a"]) is one, b"a" + b"" is one, b"" + b"a" is one)
print("bytes", bytes([97]) is one, bytes.fromhex("61") is one, bytes(one) is one, eval("b'a'") is one)
print("numbers", (97).to_bytes(1, "big") is one, binascii.unhexlify("61") is one, marshal.loads(marshal.dumps(b"ab")) is b"ab")
print("struct", struct.unpack("c", b"a")[0] is one, struct.unpack("1s", b"a")[0] is one, struct.pack("B", 97) is one)
print("io", io.BytesIO(b"abc").read(1) is one, io.BytesIO(b"b\na").readlines()[1] is one, io.BytesIO(b"").read() is b"")
print("re", re.match(b".", b"abc").group() is one, re.findall(b".", b"ab")[0] is one, re.split(b",", b"a,b")[0] is one)
print("format", b"%c" % 97 is one, b"%s" % b"" is b"")
print(sys.getrefcount(one) == sys.getrefcount(b"") == sys.getrefcount(None))


class Own(bytes):
    pass


# A subclass has instances of its own.
own = Own(b"a")
print(own is one, bytes(own) is one, own[:] is one, own[0:1] is one, type(own[:]).__name__)
