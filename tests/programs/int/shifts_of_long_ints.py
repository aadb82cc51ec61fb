# Shifts of ints of many words by whole words, by parts of words, and beyond the end.
def check(number, count):
    left, right = number << count, number >> count
    assert left == number * 2**count and right == number // 2**count, count
    return hash((left, right))


for words in (1, 2, 63, 64, 65, 66, 500, 40_000):
    number = int.from_bytes(bytes((i * 37 + 11) % 256 for i in range(8 * words)), "big")
    for n in (number, -number, number >> 1 << 1, -(1 << 64 * words - 1)):
        for count in (0, 1, 63, 64, 65, 127, 128, 64 * words - 1, 64 * words, 64 * words + 1, 5000):
            check(n, count)
    print(words, number.bit_length(), (number >> 64 * words), (-number >> 64 * words), number.bit_count())
print((1 << 70_000) >> 69_990, (-1 << 70_000) >> 69_990, (-(1 << 70_000) - 1) >> 69_990, -(1 << 70_000) >> 80_000)
big = (1 << 40_000_000) + 1
print(big == (1 << 40_000_000), big > (1 << 40_000_000), -big < -(1 << 40_000_000), big == (big << 3) >> 3, big != -big)
