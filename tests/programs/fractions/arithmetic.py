from fractions import Fraction as F


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


print(F(3, 4), F(6, -8), F("3/7"), F("1.25"), F("-3e-2"), F(0.5), F(1.1), F(5), F(F(1, 2), F(3, 4)), F(True), repr(F(1, 3)))
a, b = F(3, 4), F(2, 3)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a**2, a**-2, F(4, 9) ** 0.5, 2**F(2), -a, +a, abs(F(-1, 2)))
print(a + 1, 1 - a, a * 0.5, a == 0.75, a < b, a <= F(3, 4), a > 0.7, hash(F(2)) == hash(2), hash(F(1, 2)) == hash(0.5), bool(F(0)), F(1, 3) == 1 / 3)
print(int(F(7, 2)), float(a), round(F(7, 3)), round(F(22, 7), 2), round(F(5, 2)), F(7, 2).__floor__(), F(7, 2).__ceil__(), F(-7, 2).__trunc__(), a.numerator, a.denominator)
print(F(3.141592653589793).limit_denominator(1000), F(1, 3).limit_denominator(2), F.from_float(0.25), a.as_integer_ratio(), F(4, 2).is_integer(), a.is_integer())
print(f"{F(22, 7):.3f} {F(1, 3):10.2e} {F(5, 2):>8} {F(1000000, 3):,.2f} {F(1, 3):.2%} {F(3, 2)}")
print(sum([F(1, n) for n in range(1, 10)]), max(F(1, 3), 0.3), sorted([F(1, 2), 0.3, 1]), sum([F(1, 10)] * 10))
for call in [
    lambda: F(1, 0), lambda: F("1/0"), lambda: F("x"), lambda: F(1.5, 2), lambda: F(None), lambda: a / 0, lambda: a % 0, lambda: F(float("nan")), lambda: F(float("inf")),
    lambda: F(0) ** -1, lambda: a + "x", lambda: a < "x", lambda: F(1, 2).limit_denominator(0), lambda: setattr(a, "numerator", 1), lambda: F("1 / 2"), lambda: F(1, "2"),
]:
    show(call)
