# Numbers around the sizes at which arithmetic changes its ways.
import math

edges = [0, 1, 2, 63, 64, 65, 2**31, 2**61 - 1, 2**61, 2**62, 2**63 - 1, 2**63, 2**64, 2**65 + 7, 2**127, 3**100, 7**200]
total = 0
for a in edges + [-edge for edge in edges]:
    for count in (0, 1, 17, 63, 64, 65, 127, 128, 500):
        left, right = a << count, a >> count
        assert left == a * 2**count and right == a // 2**count, (a, count)
        total ^= left ^ right
    for b in edges + [-edge for edge in edges]:
        assert math.gcd(a, b) * math.lcm(a, b) == abs(a * b), (a, b)
        if b:
            q, r = divmod(a, b)
            assert q * b + r == a and abs(r) < abs(b) and (r == 0 or (r < 0) == (b < 0)), (a, b)
print(hash(total), math.gcd(), math.lcm(), math.gcd(12), math.gcd(0, 0), math.gcd(12, -18, 30), math.lcm(4, 6, 10))
for n in (0, 1, 20, 21, 62, 66, 67, 68, 100):
    assert all(math.comb(n, k) == math.factorial(n) // math.factorial(k) // math.factorial(n - k) for k in range(n + 1))
    assert all(math.perm(n, k) == math.factorial(n) // math.factorial(n - k) for k in range(n + 1))
print(math.comb(5, 9), math.comb(67, 33), math.perm(5, 9), math.perm(70, 3), math.factorial(20), math.factorial(21))
for function, args in ((math.comb, (-1, 2)), (math.comb, (5, -2)), (math.perm, (5, -1)), (math.factorial, (-1,)), (math.gcd, (1.5,))):
    try:
        print(function(*args))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for n in (0, 1, 127, 128, 255, 256, 65535, 2**32 - 1, 2**61 - 1, 2**63, 2**64 - 1, -1, -128, -129, -(2**31)):
    for length in (1, 2, 4, 7, 8, 9):
        for order in ("big", "little"):
            for signed in (False, True):
                try:
                    data = n.to_bytes(length, order, signed=signed)
                except OverflowError as error:
                    if length == 1 and order == "big":
                        print(n, signed, error)
                    continue
                assert int.from_bytes(data, order, signed=signed) == n and len(data) == length
print(int.from_bytes(b"", "big"), int.from_bytes([1, 2], "little"), (258).to_bytes(2), (5).bit_length(), (-5).bit_length())
print([hex(3**k) for k in (0, 39, 40, 41, 81)], bin(2**70 + 5), oct(2**70 + 5), hex(-(2**64)), hex(-255))
print([f"{x:e} {x:.3e} {x:g} {x:.0e}" for x in (1e10, 12345.678, 9.9999999e5, 0.1, 1.5, 2.5, 999999.5, 1e22, 5e-324, 1e16)])
print([bool(x) for x in (0, 1, 0.0, -0.0, 2.5, None, [], [0], "", "a", 2**70)], [int(x) for x in (2.9, -2.9, True, 1e14)])
print([float(x) for x in (3, 2**53 + 1, 2**61 - 1, True)], int(1e300) == 10**300, float("nan") != float("nan"))
print((5).bit_length(), (2.5).is_integer(), (2.0).is_integer(), True.bit_length(), [n.bit_count() for n in (0, 255, -7)])
