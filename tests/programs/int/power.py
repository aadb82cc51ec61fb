print(2**10, 2**100, (-2) ** 101, 0**0, 7**1, (-7) ** 2)
print(3**200)
print(2**-1, (-2) ** -3, 10**-5)
print(pow(3, 200, 7), pow(3, -1, 7), pow(-3, 5, 7), pow(3, 5, -7), pow(2, 10**20, 10**9 + 7), pow(5, 0, 1))
print(pow(123456789123456789, 987654321987654321, 10**30 + 57))
for args in ((2, 3, 0), (2, -1, 4), (2.0, 3, 5), (2, 3, "a"), ("a", 2), (2, "a")):
    try:
        print(pow(*args))
    except (ValueError, TypeError) as error:
        print(args, type(error).__name__, error)
