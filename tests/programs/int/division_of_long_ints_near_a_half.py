# Quotients that lie at, or by one unit beside, the middle between two floats: only the last digits of very long operands
# say how they are rounded.
for bits in (8191, 8192, 8193, 8250, 20_000):
    divisor = (1 << bits) // 7 | 1
    for factor in (3, (1 << 53) + 1, (1 << 54) + 2, (1 << 54) + 6, (1 << 56) - 1, 12345678901234567):
        for change in (-1, 0, 1):
            dividend = divisor * factor + change
            print(bits, factor, change, dividend / divisor, -dividend / divisor, divisor / dividend)
    print((divisor << 900) / divisor, divisor / (divisor << 1070), (divisor + 1) / (divisor << 1074))
    print((divisor * 3 + 1) / (divisor << 1075), (divisor * 3) / (divisor << 1075), (divisor * 3 - 1) / (divisor << 1075))
    print((divisor - 1) / (divisor << 1075), divisor / (divisor << 1075), (divisor + 1) / (divisor << 1075))
