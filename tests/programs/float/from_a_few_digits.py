# Short numbers that one operation rounds, and their neighbours that need more.
for mantissa in ("0", "1", "3.25", ".5", "5.", "9007199254740992", "9007199254740993", "0.1", "123456789.123456789", "99999999999999999999"):
    for exponent in ("", "e0", "e10", "E-5", "e+22", "e-22", "e23", "e-23", "e300", "e-300", "e400", "e-400"):
        for sign in ("", "-", "+"):
            print(float(sign + mantissa + exponent), end=" ")
    print()
for wrong in ("", ".", "-", "1.2.3", "e5", ".e5", "1e", "1e+", "1e1x", "1 2", "1_", "_1", "1__2", "--1", "0x1"):
    try:
        print(float(wrong))
    except ValueError as error:
        print(error)
print(float(" 1.5 "), float("1_0.2_5"), float("٣.٥"), float(b"2.5e3"), float("-0"), float("nan"), float("-inf"))
