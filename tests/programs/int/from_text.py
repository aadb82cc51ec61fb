for text in ("0", "-0", "+7", " 42 ", "\t1_000\n", "1_0_0", "00012", "\u0661\u0662\u0663", "9" * 60, "-" + "9" * 40):
    print(repr(text[:20]), int(text))
for text, base in (("ff", 16), ("0xFF", 16), ("0xff", 0), ("0b101", 0), ("0o17", 0), ("z", 36), ("Zz", 36), ("-0b1", 2), ("0", 0), ("00", 0), ("0x_1f", 16)):
    print(text, base, int(text, base), int(text, base=base))
bad = ["", " ", "+", "-", "- 1", "1 2", "1__0", "_1", "1_", "0x", "0b2", "1.5", "a", "1e3", "\ud800", "\u00b2", "--1", "0_7"]
for text in bad:
    for base in (10, 0):
        try:
            print(int(text, base))
        except ValueError as error:
            print(ascii(str(error)))
print(int(b" 12 "), int(b"-0x1f", 16))
