# Every operator on ints from no word to some seventy, near the borders of words and of the short algorithms.
state = 12345


def bits(count):
    global state
    value = 0
    for _ in range(0, count, 32):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        value = value << 32 | state >> 32
    return value >> (-count % 32)


LENGTHS = [0, 1, 61, 62, 63, 64, 65, 127, 128, 129, 192, 300, 832, 896, 960, 1023, 1024, 1025, 2000, 4031, 4032, 4096]
NUMBERS = []
for length in LENGTHS:
    NUMBERS += [bits(length), 2**length, 2**length - 1, -bits(length), -(2**length), 1 - 2**length]
PRIME = 2**89 - 1
total = 0


def add(*values):
    global total
    for value in values:
        total = (total * 1000003 + value) % PRIME


for index, a in enumerate(NUMBERS):
    for b in NUMBERS:
        add(a + b, a - b, a * b, a & b, a | b, a ^ b)
        add(a == b, a < b, a <= b, a > b)
        if b:
            quotient, rest = divmod(a, b)
            assert quotient * b + rest == a and abs(rest) < abs(b) and (rest == 0 or (rest < 0) == (b < 0)), (a, b)
            assert a // b == quotient and a % b == rest
            add(quotient, rest)
    for count in [0, 1, 17, 61, 63, 64, 65, 127, 128, 200, 1024]:
        add(a << count, a >> count)
    add(-a, ~a, abs(a), a + 1, a - 1, 1 - a, a & 255, a | 255, a // 12345, a % 12345, -12345 // (a or 1))
    if index % 6 == 5:
        print(LENGTHS[index // 6], total)

for zero in (0, 1):
    for operation in ("1 // zero", "2**70 // zero", "2**70 % zero", "divmod(2**700, zero)", "2**5000 // zero"):
        try:
            value = eval(operation)
            print(value if operation[0] == "1" else type(value).__name__)
        except ZeroDivisionError as error:
            print(operation, error)
