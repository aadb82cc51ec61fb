# The leading words of very long ints tell the quotient, unless it is exact or close to it.
import random

random.seed(5)


def check(a, b):
    quotient = a / b
    shift = max(a.bit_length(), b.bit_length()) - 3000
    short = (a >> shift) / (b >> shift)
    return quotient, abs(quotient - short) <= abs(quotient) * 2**-52


x = random.getrandbits(40000) | 1 << 39999 | 1
for bits in (39999, 40000, 39960, 39000, 38980):
    y = random.getrandbits(bits) | 1 << (bits - 1) | 1
    print(*check(x, y), *check(-x, y))
    print(x * y / y == float(x) if bits < 1000 else (y * 3) / y, y / (y * 3), (y * 7 + 1) / (y * 7))

# Exact quotients, and those a hair's breadth from the middle between two floats.
for middle in (2**53 + 1, 2**54 + 2, 2**53 + 3, 2**60 + 2**7):
    y = x >> 1000
    print((y * middle) / y, (y * middle + 1) / y, (y * middle - 1) / y)
print((x << 1020) / x, x / (x << 1070), x / (x << 1074), x / (x << 1075), (x + 1) / (x << 1075), x / (x << 1076))
print((2**20000 - 1) / 2**20000, (2**20000 + 1) / 2**20000, 2**20000 / (2**20000 - 1))
for a, b in ((x << 1024, x), (x, 0), (-x << 1030, x)):
    try:
        print(a / b)
    except (OverflowError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
