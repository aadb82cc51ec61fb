# Sums, differences, products, quotients and bits of ints around the borders of words, canonical whatever their road.
borders = [0, 1, 2, 2**60, 2**61 - 1, 2**61, 2**62, 2**63 - 1, 2**63, 2**64 - 1, 2**64, 2**65 + 3, 2**126, 2**127 - 1, 2**127, 2**128 - 1, 2**128, 2**192 - 1, 3**200, 2**640 - 1]
borders += [-n for n in borders]
total = 0
for a in borders:
    for b in borders:
        results = [a + b, a - b, a * b, a & b, a | b, a ^ b]
        if b:
            results += [a // b, a % b]
            assert a // b * b + a % b == a and (0 <= a % b < b or b < a % b <= 0), (a, b)
        c = a
        c += b
        c -= a
        assert c == b and hash(c) == hash(b) and (c is b or type(c) is int)
        c = a
        c *= b
        assert c == a * b and (a + b) - b == a and (a ^ b) ^ b == a and (a & b) + (a | b) == a + b
        for result in results:
            total = (total * 31 + hash(result) + result.bit_length() + len(str(result))) % (2**89 - 1)
print(total)
for shift in (0, 1, 60, 61, 62, 63, 64, 65, 127, 128, 200):
    print(shift, [(n << shift) >> shift == n and hash(n << shift) for n in (1, -1, 2**61, -(2**63), 3**50)], (2**130 + 1) >> shift, -(2**65) >> shift)
product = 1
for n in range(1, 60):
    product *= n
    product += n
    product -= n
print(product, product % 10**9, -product // 7, divmod(product, 10**20 + 39))
print(2**61 - 1 + 1, -(2**61) - 1, 2**64 - 2**64, (2**64 + 5) - 2**64, (2**200) - (2**200 - 1), 2**61 * 1, True + 2**64, 2**64 * False)
for text in ("0", "7", "007", "123456789012345678", "1234567890123456789", "12345678901234567890", "-5", "+5", " 5 ", "1_0", "٣", "", "x", "5 5", "1" * 30):
    try:
        print(int(text), type(int(text)).__name__)
    except ValueError as error:
        print(error)


class Number(int):
    def __add__(self, other):
        return "mine"


print(Number(5) + 1, 1 + Number(5), Number(2**70) + 1, 2**70 + Number(1), Number("12"), type(Number(3) - 1).__name__, list(map(int, ["1", "22", 3.9, True])))
print(float("1.5"), float(3), float("nan") != float("nan"), list(map(float, ["1e3", " 2 "])), int(2.9), int(-2.9), str(12), list(map(str, [1, 2.5, None])))
for bad in (None, [], "1.5", b"x", "z"):
    for kind in (int, float):
        try:
            print(kind(bad))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
