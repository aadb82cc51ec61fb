# The hash of a float is that of the int or fraction of its value, whatever its exponent.
from fractions import Fraction
import sys

for exponent in range(-1074, 1024):
    for mantissa in (1.0, 1.5, 1.9999999999999998, 1.0000000000000002):
        value = mantissa * 2.0 ** max(exponent, -1022) * 2.0 ** min(exponent + 1022, 0)
        assert hash(value) == hash(Fraction(value)), value
        assert hash(-value) == hash(Fraction(-value)), -value
print([hash(x) for x in (0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 0.1, 5e-324, -5e-324, 1e300, sys.float_info.max)])
print([hash(2.0 ** n) for n in (52, 53, 60, 61, 62, 122, 1023, -1, -61, -62, -1022, -1074)])
print(hash(float("inf")), hash(float("-inf")), hash(2.0 ** 61 - 256), hash(-(2.0 ** 61)), hash((2.5, -1.0, 1e100)))
nan = float("nan")
print(hash(nan) == object.__hash__(nan), hash(nan) == hash(nan), len({nan, nan, float("nan")}))
