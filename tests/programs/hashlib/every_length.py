# Sums over texts of every length up to some blocks, given at once and in two parts.
import binascii
import hashlib

text = bytes((i * i >> 3) & 255 for i in range(1000))
for name in ("md5", "sha1", "sha256"):
    everything = hashlib.new(name)
    for length in [*range(300), 999, 1000]:
        digest = hashlib.new(name, text[:length]).digest()
        parts = hashlib.new(name, text[: length // 3])
        parts.update(text[length // 3 : length])
        assert parts.digest() == digest
        everything.update(digest)
    print(name, everything.hexdigest())
print(hashlib.md5(b"a" * 1_000_000).hexdigest())
remainders = [binascii.crc32(text[:length], length) for length in range(300)]
print(hex(binascii.crc32(repr(remainders).encode())), binascii.crc32(text), binascii.crc32(text[500:], binascii.crc32(text[:500])))
