print([1 << n for n in (0, 1, 30, 60, 61, 62, 63, 64, 100)])
print([-1 << n for n in (0, 1, 30, 60, 61, 62, 63, 64, 100)])
print([(2**100 + 12345) >> n for n in (0, 1, 64, 100, 101, 10**20)])
print([-(2**100 + 12345) >> n for n in (0, 1, 64, 100, 101, 10**20)])
print(0 << 10**30, 5 >> 10**30, -5 >> 10**30)
for op in ("1 << -1", "1 >> -1", "(1 << 100) << -1", "1 << 10**30", "1 << 1.5"):
    try:
        eval(op)
    except (ValueError, OverflowError, TypeError) as error:
        print(op, type(error).__name__, error)
