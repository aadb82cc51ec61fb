# abs, divmod and pow over the numeric types, with modular inverses.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(abs(-5), abs(5.5), abs(True), abs(-2**70), attempt(abs, "a"))
for a, b in [(7, 3), (-7, 3), (7, -3), (-7, -3), (7.5, 2), (-7.5, 2), (7, 0), (7.0, 0), (2**70, 12345), ("a", 1)]:
    print(a, b, attempt(divmod, a, b))
for args in [(2, 10), (2, -1), (2, 0.5), (0, 0), (0, -1), (2, 10, 1000), (3, -1, 7), (3, -2, 7), (2, -1, 4), (5, 3, -7), (5, 3, 1), (5, 0, 1),
             (5, 3, 0), (2.0, 3, 5), (2, 3.0, 5), ("a", 2), (10**20, 10**20, 97), (-3, 3, 10), (True, True, True), (4, 2, None)]:
    print(args, attempt(pow, *args))
print(pow(base=2, exp=5), pow(2, exp=5, mod=7), attempt(pow, 2), attempt(pow, 2, base=3))
