for x in (0.0, -0.0, 1.0, -1.5, 0.1, 1e300, 5e-324, 2.2250738585072014e-308, float("inf"), float("-inf"), float("nan"), 3.14159):
    print(x, x.hex(), repr(float.fromhex(x.hex())))
for text in ("0x1p3", "1p3", "0x.8", "0x1.8p-1", " -0X1.FP+4 ", "inf", "-nan", "1.8", "0xabc.def", "0x1.00000000000008p0", "0x1.00000000000018p0", "0x1p-1075", "0x1.8p-1075"):
    print(text, float.fromhex(text))
for text in ("", "0x", "x1", "0x1p", "0x1p1.5", "0xg", "1 2", "0x1p5000", "\u0661"):
    try:
        print(float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)


class Sub(float):
    pass


print(type(Sub.fromhex("0x1p1")), Sub.fromhex("0x1p1"))
