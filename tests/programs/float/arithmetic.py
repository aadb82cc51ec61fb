values = [0.0, -0.0, 1.5, -2.25, 1e300, -1e300, 5e-324, float("inf"), float("-inf"), float("nan"), 3, -2, 10**20, True]
for a in values:
    for b in values:
        if isinstance(a, int) and isinstance(b, int):
            continue
        print(a, b, a + b, a - b, a * b, end=" ")
        for op in ("a / b", "a // b", "a % b", "divmod(a, b)"):
            try:
                print(eval(op), end=" ")
            except ZeroDivisionError as error:
                print(error, end=" ")
        print()
