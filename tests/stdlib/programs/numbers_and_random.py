import fractions, functools, math, numbers, random
from fractions import Fraction as F
from functools import *


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__, error)


# random
r = random.Random(42)
print([r.random() for _ in range(3)], r.randint(1, 100), r.randrange(0, 100, 7), r.randrange(10, 0, -3), r.choice("abc"), r.sample(range(1000), 5), r.sample("abcdef", 3), r.choices("xyz", k=5), r.choices("xyz", [1, 2, 3], k=5), r.uniform(1, 2), r.gauss(0, 1), r.gauss(0, 1), r.normalvariate(), r.expovariate(2), r.triangular(), r.betavariate(1, 2), r.gammavariate(2, 3), r.gammavariate(0.5, 1), r.lognormvariate(0, 1), r.paretovariate(3), r.weibullvariate(1, 2), r.vonmisesvariate(0, 4), r.getrandbits(100), r.randbytes(5), r.binomialvariate(10, 0.3), r.binomialvariate(1000, 0.4), r.sample("ab", 3, counts=[2, 2]))
l = list(range(10)); r.shuffle(l); print(l)
for s in (0, -5, 3.5, "text", b"bytes", 10 ** 50, True):
    random.seed(s); print(s, random.random(), random.getrandbits(10))
random.seed("x", version=1); print(random.random())
state = random.getstate(); a = random.random(); random.setstate(state); print(a == random.random(), state[0])
for call in [lambda: random.randrange(0), lambda: random.randrange(5, 5), lambda: random.randrange(1, 5, 0), lambda: random.randint(5, 1), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.sample({1}, 1), lambda: random.choices([1, 2], [1]), lambda: random.choices([1], [0]), lambda: random.choices([1, 2], 5), lambda: random.seed([]), lambda: random.randrange(1.5), lambda: random.choices([]), lambda: random.gammavariate(0, 1), lambda: random.binomialvariate(-1), lambda: random.randrange(5, 1, 1), lambda: random.randrange(1, 2, -1), lambda: random.SystemRandom().getstate()]:
    attempt(call)
class Own(random.Random):
    def random(self): return 0.25
print(Own().randrange(100), Own().choice("abcd"), 0 <= random.SystemRandom().random() < 1)

# numbers
for v in (1, 1.5, True, F(1, 2), 2j, "x"):
    print(v, [c.__name__ for c in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(v, c)])
attempt(numbers.Integral)

# fractions
for args in [(), (3,), (3, 4), (-6, 4), (6, -4), ("3/4",), (" -3/4 ",), ("1.25",), ("-1e-3",), ("1_000.5",), (".5",), ("5.",), ("1E3",), (0.1,), (F(1, 3), F(2, 3)), (True,), (1, 0), ("x",), ("1/0",), ("",), ("1/ 2",), ("1 / 2",), (1.5, 2), (float("nan"),), (float("inf"),), ("1__0",), ("+7",), ("3/-4",), ("1e",), ([],), ("0x1",), ("１",)]:
    attempt(F, *args)
a, b = F(3, 4), F(-5, 6)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -2, b ** 3, a ** 0.5, 2 ** F(1, 2), a ** F(1, 2), a + 1, 1 - a, a * 2.0, 2 / a, a == 0.75, a < 1, a > 0.5, a <= F(3, 4), -a, +b, abs(b), int(b), float(a), round(a), round(F(7, 3), 2), round(F(1250), -2), math.floor(b), math.ceil(b), math.trunc(b), hash(F(1, 2)) == hash(0.5), hash(F(5)) == 5, hash(F(1, 3)), bool(F(0)), a.as_integer_ratio(), F(5).is_integer(), str(F(5)), repr(a), F(3, 2) ** 3, (-a) ** -3, F(0) ** 0, 5 % F(3), 1.5 // F(1), F(1, 3) != 1, F.from_float(0.5), a + 1j if hasattr(F, "__complex__") else 0)
print(F(math.pi).limit_denominator(1000), F("3.1415926535897932").limit_denominator(10), F(1, 7).limit_denominator(3))
for call in [lambda: a / 0, lambda: F(0) ** -1, lambda: a + "x", lambda: a // 0, lambda: F(1, 3).limit_denominator(0), lambda: F.from_float("x"), lambda: a < "x", lambda: a < 1j, lambda: 1 / F(0), lambda: pow(a, 2, 3)]:
    attempt(call)
for spec in ["", ">10", "<10", "^10", "+", " ", ".2f", "10.3f", "e", ".3e", "g", ".2g", "%", ".1%", "010.2f", ",", "_", "#", "#.0f", "z.1f", "=+12.2f", "*^12", "E", "x", "d", "s", ".3", ",.2f", "020,.3f"]:
    for v in (F(1, 3), F(-7, 2), F(1234567, 3), F(5), F(-1, 1000)):
        attempt(format, v, spec)

# functools
@total_ordering
class Num:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v if isinstance(o, Num) else NotImplemented
print(Num(1) < Num(2), Num(1) <= Num(1), Num(2) > Num(1), Num(2) >= Num(3), Num.__ge__.__name__)
attempt(lambda: Num(1) >= 5); attempt(total_ordering, int.__class__("E", (), {}))
@lru_cache(maxsize=2)
def fib(n):
    "Doc."
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(10), fib.cache_info(), fib.cache_parameters(), fib.__doc__, fib.__wrapped__.__name__)
fib.cache_clear(); print(fib.cache_info())
@cache
def sq(x): return x * x
print(sq(3), sq(3), sq.cache_info()); attempt(lambda: lru_cache("x")); attempt(sq, [])
@lru_cache
def bare(x): return x
print(bare(1), bare.cache_info())
@singledispatch
def show(x): return "object"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list"
@show.register
def _(x: float | str): return "float or str"
import collections.abc
@show.register(collections.abc.Mapping)
def _(x): return "mapping"
print(show(1), show(True), show([]), show(1.5), show("s"), show({}), show(None), show.dispatch(bool)(1), sorted(map(str, show.registry)), show.__name__)
attempt(show); attempt(show.register, 5)
class M:
    @singledispatchmethod
    def f(self, x): return "base"
    @f.register
    def _(self, x: int): return "int " + type(self).__name__
    @singledispatchmethod
    @classmethod
    def c(cls, x): return cls.__name__
print(M().f("x"), M().f(1), M.c(1)); attempt(M().f)
class A1(collections.abc.Sized, collections.abc.Container):
    def __len__(self): return 0
    def __contains__(self, x): return False
@singledispatch
def amb(x): return "?"
amb.register(collections.abc.Sized)(lambda x: "sized"); print(amb(A1()))
class AmbX:
    def __len__(self): return 0
    def __contains__(self, x): return 0
amb.register(collections.abc.Container)(lambda x: "cont"); attempt(amb, AmbX())
class P:
    def go(self, a, b=0): return a, b
    one = partialmethod(go, 1); two = partialmethod(go, b=2)
    @cached_property
    def slow(self): print("computing"); return 5
print(P().one(5), P().two(7), P.__dict__["one"].__class__.__name__)
p = P(); print(p.slow, p.slow, p.__dict__, P.slow.attrname)
class Slots:
    __slots__ = ()
    @cached_property
    def x(self): return 1
attempt(lambda: Slots().x); attempt(cached_property(len).__get__, 5)
@wraps(fib)
def w(): pass
print(w.__name__, w.__doc__, w.__wrapped__ is fib, partial(int, base=2)("101"), reduce(lambda a, b: a * b, [1, 2, 3, 4]), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
attempt(partialmethod, 5); attempt(singledispatchmethod, 5)
