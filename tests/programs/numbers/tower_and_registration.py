import numbers, operator
from numbers import *
for x in (1, True, 1.5, "x", None):
    print(x, [k.__name__ for k in (Number, Complex, Real, Rational, Integral) if isinstance(x, k)])
print(issubclass(Integral, Rational), Number.__abstractmethods__, len(Integral.__abstractmethods__), Number.__hash__, numbers.__all__)
for cls in (Complex, Integral, Real):
    try: cls()
    except TypeError as e: print(str(e)[:70])

class Mod7(Integral):
    def __init__(self, n): self.n = n % 7
    def __int__(self): return self.n
    def _op(name):
        f = getattr(operator, name)
        return lambda self, other: Mod7(f(self.n, int(other)))
    def _rop(name):
        f = getattr(operator, name)
        return lambda self, other: Mod7(f(int(other), self.n))
    for each in "add mul floordiv mod lshift rshift".split(): vars()[f"__{each}__"], vars()[f"__r{each}__"] = _op(each), _rop(each)
    for each in "and_ or_ xor".split(): n = each.rstrip("_"); vars()[f"__{n}__"], vars()[f"__r{n}__"] = _op(each), _rop(each)
    __truediv__ = __rtruediv__ = __floordiv__
    def __pow__(self, e, m=None): return Mod7(pow(self.n, int(e), m))
    def __rpow__(self, b): return Mod7(int(b) ** self.n)
    def __neg__(self): return Mod7(-self.n)
    def __pos__(self): return self
    def __abs__(self): return self
    def __invert__(self): return Mod7(~self.n)
    def __eq__(self, o): return self.n == o
    def __hash__(self): return hash(self.n)
    def __lt__(self, o): return self.n < o
    def __le__(self, o): return self.n <= o
    def __trunc__(self): return self.n
    __floor__ = __ceil__ = __trunc__
    def __round__(self, nd=None): return self.n
    def __repr__(self): return f"Mod7({self.n})"
m = Mod7(10)
print(m + 5, 5 + m, m - 1, 1 - m, m * 3, m ** 2, 2 ** m, -m, ~m, m // 2, m % 2, m << 1, m & 1, m == 3, float(m), m.real, m.imag, m.numerator, m.denominator, m.conjugate(), bool(m), divmod(m, 2), 20 // m, [10, 20, 30, 40][m], range(10)[m:], int(m), hash(m) == 3, m > 2, m >= 4, round(m), "abcdefg"[m])
class Odd:
    pass
Real.register(Odd); print(isinstance(Odd(), Real), isinstance(Odd(), Complex), isinstance(Odd(), Rational))
