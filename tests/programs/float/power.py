values = [0.0, -0.0, 1.0, -1.0, 2.0, 0.5, -2.0, float("inf"), float("-inf"), float("nan")]
for a in values:
    for b in [0.0, 1.0, -1.0, 2.0, -3.0, float("inf"), float("-inf"), float("nan"), 1e300]:
        try:
            print(a, b, a**b)
        except (ZeroDivisionError, OverflowError) as error:
            print(a, b, type(error).__name__, error)
print(2.0**0.5, 2**0.5, 2.0**3, 10.0**-3, (-8.0) ** 3, pow(2.0, 3))
for args in ((10.0, 400), (2.0, 3, 5), (2, 3.0, 5), (2.0, "a")):
    try:
        print(pow(*args))
    except (OverflowError, TypeError) as error:
        print(args, type(error).__name__, error, error.args)
