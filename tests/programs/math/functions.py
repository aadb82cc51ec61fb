import math
from math import *


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


class F:
    def __float__(self):
        return 2.25


class I:
    def __index__(self):
        return 16


inf, nan = math.inf, math.nan
values = [0.0, -0.0, 0.5, 1, -1, 2.5, -3.75, 10, 1e-5, 1e10, True]
for function in (sin, cos, tan, atan, exp, expm1, sinh, cosh, tanh, asinh, fabs, degrees, radians, exp2, erf, erfc, floor, ceil, trunc, isfinite):
    row = []
    for value in values:
        try:
            row.append(function(value))
        except Exception as error:
            row.append(type(error).__name__)
    print(function.__name__, row)
for function in (sqrt, log, log2, log10, log1p, asin, acos, atanh, acosh, gamma, lgamma):
    row = []
    for value in [0.25, 0.5, 1, 0, -1, 2, 10, inf, nan, F(), I(), 1e300]:
        try:
            row.append(function(value))
        except Exception as error:
            row.append(f"{type(error).__name__}: {error}")
    print(function.__name__, row)
print(pow(2, 0.5), pow(0, 0), pow(-8, 3), pow(inf, -1), atan2(1, -1), atan2(-0.0, -1), copysign(3, -0.0), fmod(-7, 3), fmod(7, inf))
print(remainder(5, 3), remainder(-5, 3), remainder(2.5, 1), remainder(3.5, 1), ldexp(0.5, 4), ldexp(1, -1074), ldexp(1, -2000), frexp(8.5), frexp(-0.1), modf(-2.75), modf(inf))
print(log(8, 2), log(10**400), log(2**2000, 2), log2(2**2000), log10(10**400), log(F()), sqrt(I()), log(100, 10))
print(isclose(1, 1 + 1e-10), isclose(1, 1.1), isclose(1, 1.05, rel_tol=0.1), isclose(0, 1e-9, abs_tol=1e-8), isclose(inf, inf), isclose(nan, nan))
print(pi, e, tau, inf, nan, isnan(nan), isinf(-inf), isfinite(inf))
print(fma(2, 3, 4), fma(0.1, 10, -1), fma(inf, 1, 1), ulp(1), ulp(0), ulp(1e300), ulp(-inf), nextafter(1, 2), nextafter(0, -1), nextafter(1, 2, steps=3), nextafter(inf, 0))
for call in [
    lambda: sin(inf), lambda: sin("a"), lambda: exp(1000), lambda: cosh(1000), lambda: pow(0, -1), lambda: pow(-2, 0.5), lambda: pow(10, 400),
    lambda: fmod(1, 0), lambda: fmod(inf, 1), lambda: remainder(1, 0), lambda: ldexp(1, 2000), lambda: ldexp(1, 2.0), lambda: log(0),
    lambda: log(-5), lambda: log(10, 1), lambda: log(), lambda: log(1, 2, 3), lambda: sqrt(10**400), lambda: isclose(1, 2, rel_tol=-1),
    lambda: nextafter(1, 2, steps=-1), lambda: fma(inf, 0, 1), lambda: fma(1e308, 10, 0), lambda: gamma(-1), lambda: gamma(172),
    lambda: lgamma(0), lambda: sin(), lambda: sin(1, 2), lambda: sin(x=1), lambda: floor(inf), lambda: ceil(nan), lambda: trunc("a"),
    lambda: trunc(F()), lambda: floor("a"), lambda: acos(2), lambda: atanh(1),
]:
    show(call)


class Rounds:
    def __ceil__(self):
        return "ceil"

    def __floor__(self):
        return "floor"

    def __trunc__(self):
        return "trunc"


print(ceil(Rounds()), floor(Rounds()), trunc(Rounds()), floor(F()), ceil(10**30 + 0.5), floor(-0.5), ceil(-0.5), trunc(-1.9), floor(1e300))
print([gamma(x) for x in (0.1, 1.5, 3.3, 10.5, 25, 100.25, -0.5, -1.5, -20.3, 170.5)])
print([lgamma(x) for x in (0.1, 1.5, 3.3, 10.5, 100.25, -0.5, -1.5, -20.3, 1e6, 1e100)])
