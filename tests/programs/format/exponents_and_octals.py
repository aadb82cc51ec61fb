# Exponents and octal digits under %, format() and f-strings, by every precision and width.
values = [
    0.0, -0.0, 1.0, -1.0, 9.5, 95.0, 0.95, 99999.5, 9.999999999, 0.00001, 2.5e-7, 123456.5, 1e15, 1e16, 1e17, 1e22, 1e23,
    1e100, 1e-100, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308, float("inf"), float("-inf"), float("nan"),
]
for value in values:
    print("%e|%.0e|%.3e|%10.2e|%-12.1e|%012.4e|%.15e|%.16e|%E|%+.1e|% e|%#.0e" % ((value,) * 12))
    print(f"{value:e} {value:.0e} {value:.10E} {value:+e} {value:>20.3e} {value:020.2e} {value:,.2e} {value:^15.1e} {value:*<9.0E}")
for number in (0, 1, 7, 8, -8, 255, -255, 2**61 - 1, -(2**61), 2**64, -(3**90)):
    print("%o|%x|%X|%5o|%-6o|%06o|%#o|%+o|%.4o|%.30x" % ((number,) * 10), hex(number), oct(number), bin(number), number)
for bits in range(1, 300, 7):
    for number in (1 << bits, (1 << bits) - 1, 0x123456789ABCDEF << bits):
        assert int(hex(number), 16) == number and int(str(number)) == number and int("%x" % -number, 16) == -number
        assert len(hex(number)) == 2 + -(-number.bit_length() // 4)
for digits in range(1, 400, 3):
    for number in (10**digits, 10**digits - 1, 10**digits + 10 ** (digits // 2)):
        text = str(number)
        assert int(text) == number and (number < 10 or len(text) == len(str(number // 10)) + 1), digits
print(str(10**38), str(10**38 - 1), -(10**57), 10**19 * 10**19 + 7)
for wrong in ("%o", "%e"):
    try:
        print(wrong % "x")
    except TypeError as error:
        print(error)
