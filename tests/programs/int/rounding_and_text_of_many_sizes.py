"""round(n, -k) at ties of either sign, and int(text, base) with as many digits as end a word in every base."""

for n in (0, 4, 5, 6, 14, 15, 25, 1234, 1250, 1350, -5, -15, -25, -1250, -1350, -1351, 2**61 - 1, -(2**61), 2**62, 5 * 10**17, 15 * 10**17):
    print(n, [round(n, -k) for k in (0, 1, 2, 3, 17, 18, 19, 20, 40)])
total = 0
for base in range(2, 37):
    digits = '0123456789abcdefghijklmnopqrstuvwxyz'[:base]
    for length in (1, 2, 10, 11, 12, 13, 19, 20, 25, 39, 63, 64, 65, 100, 130, 299, 300, 301):
        for text in (digits[-1] * length, '1' + '0' * (length - 1), ('1' + digits) * length):
            text = text[:length]
            value = 0
            for c in text:
                value = value * base + digits.index(c)
            assert int(text, base) == value and int('-' + text, base) == -value, (base, length)
            if length > 2:
                assert int(text[:2] + '_' + text[2:], base) == value
            total = (total * 31 + value) % 1000003
print(total)
