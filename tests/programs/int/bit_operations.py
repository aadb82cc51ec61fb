big = 2**100 + 2**70 + 5
for a in (0, 1, -1, 12345, -12345, big, -big, 2**64, -(2**64)):
    print(a, a.bit_length(), a.bit_count(), ~a, bin(a), oct(a), hex(a))
    print([a & m for m in (0, -1, 255, big, -big)])
    print([a | m for m in (0, -1, 255, big, -big)])
    print([a ^ m for m in (0, -1, 255, big, -big)])
