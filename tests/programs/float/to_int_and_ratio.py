import math
for x in (0.0, -0.0, 1.5, -1.5, 1e20, -1e20, 0.1, 2.0**-1074, 1e300, 3.999999, -3.999999):
    print(x, int(x), math.floor(x), math.ceil(x), math.trunc(x), x.as_integer_ratio(), x.is_integer())
for name in ("nan", "inf", "-inf"):
    x = float(name)
    print(x.is_integer())
    for f in (int, math.floor, math.ceil, round, float.as_integer_ratio):
        try:
            print(f(x))
        except (ValueError, OverflowError) as error:
            print(type(error).__name__, error)
