# Sums, differences and logic of ints of a few words: signs, carries through all words, results that become short.
words = 1 << 64
for bits in (62, 63, 64, 65, 127, 128, 129, 192, 256, 3966, 3967, 3968, 3969, 4032):
    top = 1 << bits
    for a in (top, top - 1, -top, 1 - top):
        for b in (0, 1, -1, words - 1, 1 - words, top, -top, top - 1, 1 - top, top >> 1, (top >> 65) + 1):
            results = [a + b, a - b, b - a, a & b, a | b, a ^ b]
            assert results[0] - b == a and results[1] + b == a and results[2] == -results[1]
            assert results[3] + results[4] == results[0] and results[4] - results[3] == results[5]
            print(bits, [hash(result) % 9973 for result in results], [result.bit_length() for result in results])

carried = (1 << 640) - 1
print(hex(carried + 1), hex(carried + 1 - 1 & 0xFFFF), carried - carried, carried ^ carried)
print((1 << 640) - carried, carried - (1 << 640), (1 << 640) + ~carried)

total = carried
for step in range(1000):
    total += carried >> step
    total -= carried >> (step + 1)
    total ^= step << 300
print(total.bit_length(), hash(total))
