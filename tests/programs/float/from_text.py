for text in ("1", "1.5", " 2.5 ", "\n-3e2\t", "1_000.5", "1e1_0", ".5", "5.", "+0.0", "-0", "1e400", "-1e400", "1e-400", "inf", "-Infinity", "NaN", "+nan", "\u0661.\u0665", "1" * 400, "0." + "0" * 400 + "1", "123456789012345678901234567890", "4.9e-324", "2.4e-324", "1.7976931348623159e308"):
    print(ascii(text[:30]), float(text))
for text in ("", " ", ".", "e5", "1e", "1e+", "1 2", "1__0", "_1", "1_", "1._5", "1_.5", "0x10", "infi", "nan1", "--1", "1.5.5", "abc", "\ud800", "1\x00"):
    try:
        print(float(text))
    except ValueError as error:
        print(ascii(str(error)))
print(float(b"1.5"), float(b" 2 "))
