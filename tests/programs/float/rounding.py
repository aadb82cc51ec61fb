for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 1e16, 123.456, -123.456, 1e300, 5e-324, 0.0, -0.0):
    print(x, round(x), [round(x, d) for d in (0, 1, 2, -1, -2, 20, 400, -400)])
print(round(2.5, None), type(round(2.5)), type(round(2.5, 0)), round(1e22), round(-1e22, -21))
for source in ("round(float('nan'))", "round(float('inf'))", "round(1.7e308, -308)", "round(1.5, 'a')", "round(1.5, 1.0)"):
    try:
        print(eval(source))
    except (ValueError, OverflowError, TypeError) as error:
        print(source, type(error).__name__, error)
print(round(float("nan"), 2), round(float("inf"), 2), round(-float("inf"), -5))
