from fractions import Fraction as F
import math, operator, numbers
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for text in ("1/2", " -3/6 ", "+.5", "1e-3", "1_000/3", "3.14", "0x10", "1/0", "1 /2", "", "1/-2", "nan", "١/٢", "1/2/3", "5.", "-0/7"): t(lambda: F(text))
for args in ((), (1, 2), (6, -4), (0, 5), (1, 0), (1.5,), (0.1,), (F(1, 2), F(3, 4)), (True, 2), (1.5, 2), ("1", 2), (float("nan"),), (float("inf"),), (None,), ([],), (10**30, 10**29), ("1", "2")): t(lambda: F(*args))
a, b = F(3, 4), F(-5, 6)
for op in (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod, pow, operator.lt, operator.eq):
    for x, y in ((a, b), (a, 2), (2, a), (a, 0.5), (0.5, a), (a, True)): t(lambda: op(x, y))
t(lambda: a / 0); t(lambda: a // 0); t(lambda: a % 0); t(lambda: a + "x"); t(lambda: a < "x"); t(lambda: F(0) ** -1); t(lambda: F(-8) ** F(1, 3) if False else F(4) ** F(1, 2)); t(lambda: a ** -2); t(lambda: 2 ** F(3)); t(lambda: F(2) ** 0.5); t(lambda: pow(a, 2, 3))
print(-a, +a, abs(b), bool(F()), int(b), math.floor(b), math.ceil(b), math.trunc(b), round(F(5, 2)), round(F(7, 2)), round(F(-5, 2)), round(F(22, 7), 2), round(F(1234), -2), float(a), hash(F(1, 2)) == hash(0.5), hash(F(7)) == hash(7), F(1, 2) == 0.5, F(1, 3) == 1 / 3, a.numerator, a.denominator, a.as_integer_ratio(), a.is_integer(), F(4, 2).is_integer(), a.real, a.imag, a.conjugate())
print(F(3.141592653589793).limit_denominator(10), F("0.33333").limit_denominator(5), F(7).limit_denominator(1), F.from_float(0.25), repr(a), str(F(5)), f"{a}", isinstance(a, numbers.Rational)); t(lambda: a.limit_denominator(0)); t(lambda: F.from_float("x")); t(lambda: setattr(a, "numerator", 5))
for spec in ("", ".2f", "10.3f", "<10.1f|", "+.0f", "e", ".3e", "g", ".3g", "%", ".1%", ",.2f", "_.3f", "010.2f", "z.1f", "#.0f", "x", "10", "*^9.1f", "d"): t(lambda: format(F(-12345, 7), spec))
for spec in ("", "+", "#", "_", ",", ">8", "05"): t(lambda: format(F(1234567, 2), spec)); t(lambda: format(F(3), spec))
class S(F): pass
print(type(S(1, 2) + 1).__name__, type(S(1, 2)).__name__, S(1, 2) == F(1, 2), copy_ok := __import__("copy").deepcopy(a) is a, sorted([a, 0.1, b, 1]), sum([F(1, 3)] * 3), max(a, b), math.prod([a, a]), F(10**40, 3 * 10**39), F(1, 3) + F(1, 10**20))
