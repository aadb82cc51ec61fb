"""binascii.crc32 of every length up to a few blocks, in one piece and in two."""
import binascii

data = bytes(i * 7 & 255 for i in range(200))
sums = [binascii.crc32(data[:length]) for length in range(len(data))]
print(sums[:40], sums[-3:], sum(sums))
for length in range(len(data)):
    for cut in (0, 1, 7, 16, 33):
        assert binascii.crc32(data[cut:length], binascii.crc32(data[:min(cut, length)])) == sums[length]
