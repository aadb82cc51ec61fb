# Conversions between decimal text and ints above 4300 digits are refused; other bases are not limited.
for source in ("int('1' * 4300) % 10", "int('1' * 4301)", "len(str(10**4299))", "str(10**4300)", "repr(-(10**5000))", "f'{10**5000}'", "'%d' % 10**5000", "format(10**5000, 'd')", "int('_'.join('1' * 5000))", "int('1' * 5000, 7)"):
    try:
        print(source, eval(source))
    except ValueError as error:
        print(source, error)
print(len(hex(10**5000)), len(bin(10**5000)), int("1" * 5000, 16) % 97, int("1" * 5000, 2).bit_length())
