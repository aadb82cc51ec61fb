# runs: plain
# math, fractions, statistics, random, struct, copy.
def cut(text):
    """Without addresses, which differ."""
    return " at 0x".join(part if i == 0 else part.lstrip("0123456789abcdef") for i, part in enumerate(str(text).split(" at 0x")))
def clean(value):
    return cut(repr(value))
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(clean(r))
    except BaseException as e:
        print(type(e).__name__ + ":", cut(e))
def ev(s, g=None):
    try:
        print(s, "->", clean(eval(s, g if g is not None else globals())))
    except BaseException as e:
        print(s, "->", type(e).__name__ + ":", e)
import math, statistics as S, struct, random, copy
from fractions import Fraction as F
from math import *
for f in [n for n in dir(math) if not n.startswith('_')]:
    g = getattr(math, f)
    if not callable(g): print(f, g); continue
    if f in ('cbrt','acosh','asinh','atanh','erf','erfc','gamma','lgamma'): args = [(0,), ('a',), (nan,), (inf,), (-inf,), ()]
    else: args = [(), (0,), (1,), (-1,), (0.5,), (-0.5,), (2,), (10**20,), (10**400,), (inf,), (-inf,), (nan,), ('a',), (None,), (1, 2), (3, 0), (-3, 2), (0.0, -0.0), (inf, 2), (1.5, 'a'), (4, 2, 1), ([1, 2],), ([1, 2], [3, 4]), ([1], [1, 2]), (F(1, 2),), (True,), (-1, -1), (5, -2), (1e308, 1e308), (1, 2**70)]
    for a in args:
        try: print(f, a if 10**400 not in a else 'big', repr(g(*a))[:80])
        except Exception as e: print(f, a if 10**400 not in a else 'big', type(e).__name__, e)
for e in ["isclose(1, 1.0000000001)", "isclose(1, 2, rel_tol=-1)", "isclose(1, 2, abs_tol=1)", "prod([1, 2.5])", "prod([], start=5)", "prod('ab')", "perm(5)", "comb(5, 2.0)", "fsum([1e100, 1, -1e100])", "fsum([inf, -inf])", "fsum(['a'])", "nextafter(1, 2, steps=3)", "nextafter(1, 2, steps=-1)", "ulp(1)", "hypot(3, 4, 12)", "hypot()", "dist([1], 5)", "sumprod([1, 2.5], [3, 4])", "fma(1, 2, 3)", "fma(inf, 0, 1)", "log(8, 2)", "log(10**400)", "log2(2**1000)", "log(0)", "log(-1)", "log(2, 1)", "log(2, 0)", "gcd()", "gcd(12, 18, 6)", "lcm(4, 6)", "gcd(1.5)", "isqrt(-1)", "isqrt(10**40)", "factorial(-1)", "factorial(1.0)", "factorial(20)", "floor(-1.5)", "ceil('a')", "trunc(1.5)", "modf(-1.5)", "frexp(0)", "ldexp(1, 10**20)", "ldexp(1, -10**20)", "copysign(1, -0.0)", "remainder(5, 3)", "fmod(1, 0)", "pow(0, -1)", "exp(1000)", "sqrt(-1)", "sin(inf)", "atan2(0, -0.0)", "degrees(pi)", "gamma(-1)", "gamma(171)", "lgamma(0)"]: ev(e)
for e in ["F(1, 3)", "F('1/3')", "F(' -1.5e2 ')", "F('1/0')", "F(1, 0)", "F('a')", "F(1.1)", "F(inf)", "F(nan)", "F(1.5, 2)", "F('1', 2)", "F(F(1,2), F(3,4))", "F('1_000/3')", "F('1/ 3')", "F(None)", "F(1, 3) + 1", "F(1, 3) + 0.5", "F(1, 3) + '1'", "F(1, 3) ** 2", "F(1, 3) ** -2", "F(1, 3) ** F(1, 2)", "2 ** F(1, 2)", "F(7, 2) // 1", "F(7, 2) % 1", "divmod(F(7, 2), F(1, 3))", "F(-7, 2) // 2", "round(F(7, 2))", "round(F(5, 2))", "round(F(12345, 100), 1)", "round(F(12345, 10), -2)", "floor(F(-1, 2))", "int(F(7, 2))", "float(F(1, 3))", "str(F(3, 1))", "repr(F(3, 1))", "F(1, 3) < 0.5", "F(1, 2) == 0.5", "F(1,2) == '1/2'", "hash(F(1, 2)) == hash(0.5)", "F(3.14159).limit_denominator(100)", "F(1,3).limit_denominator(0)", "F(1, 3).as_integer_ratio()", "F.from_float(0.5)", "F.from_float('a')", "F.from_decimal(1)", "format(F(1, 3), '.3f')", "format(F(1, 3), 'x')", "format(F(10, 3), '>10')", "format(F(1, 3), '.2%')", "format(F(1000000, 3), ',.2f')", "format(F(1,3), 'e')", "format(F(1,3), '010.2g')", "abs(F(-1, 2))", "-F(1, 2)", "bool(F(0))", "F(1, 2).numerator", "F(1,2).is_integer()", "copy.copy(F(1, 2))", "F(1,2).x", "F(1,0.5)", "F(0, 5)", "F(-4, -6)", "F(4, -6)", "sum([F(1, 2)] * 3)", "F(1,2) > None", "F('٣/٤')", "pow(F(1,2), 3, 5)"]: ev(e)
for e in ["S.mean([1, 2, 3, 4])", "S.mean([])", "S.mean([1, F(1, 2)])", "S.mean(['a'])", "S.mean([1.5, 2])", "S.fmean([1, 2], weights=[1, 3])", "S.fmean([])", "S.fmean([1], weights=[1, 2])", "S.geometric_mean([1, 2, 4])", "S.geometric_mean([0, 1])", "S.geometric_mean([-1])", "S.harmonic_mean([1, 2])", "S.harmonic_mean([0, 1])", "S.harmonic_mean([-1])", "S.harmonic_mean([1, 2], weights=[1, 1])", "S.median([1, 3, 2])", "S.median([])", "S.median([1, 2])", "S.median_low([1, 2])", "S.median_high([1, 2])", "S.median_grouped([1, 2, 2, 3])", "S.mode([1, 1, 2])", "S.mode([])", "S.multimode('aabb')", "S.quantiles([1, 2, 3, 4])", "S.quantiles([1, 2, 3], n=1)", "S.quantiles([1], n=4)", "S.quantiles([], n=4)", "S.quantiles([1, 2, 3], method='inclusive')", "S.quantiles([1, 2, 3], method='x')", "S.quantiles([1,2], n=0)", "S.pstdev([1, 2, 3])", "S.stdev([1])", "S.stdev([1, 2, 3])", "S.variance([1, 2, 3, 4])", "S.pvariance([1, 2, 3], mu=2)", "S.variance([F(1), F(2)])", "S.pvariance([])", "S.covariance([1, 2, 3], [4, 5, 7])", "S.covariance([1], [2])", "S.covariance([1, 2], [2])", "S.correlation([1, 2, 3], [4, 5, 7])", "S.correlation([1, 1], [2, 3])", "S.correlation([1, 2, 3], [1, 3, 2], method='ranked')", "S.linear_regression([1, 2, 3], [4, 5, 7])", "S.linear_regression([1, 1], [2, 3])", "S.linear_regression([1, 2, 3], [4, 5, 7], proportional=True)", "S.NormalDist()", "S.NormalDist(1, 2)", "S.NormalDist(0, -1)", "S.NormalDist(1, 2).pdf(1)", "S.NormalDist(1, 2).cdf(1.5)", "S.NormalDist(1, 2).inv_cdf(0.3)", "S.NormalDist(1, 2).inv_cdf(0)", "S.NormalDist(1, 2) + 5", "S.NormalDist(1, 2) * 2", "S.NormalDist(1, 2) + S.NormalDist(1, 2)", "S.NormalDist(1, 2) == S.NormalDist(1, 2)", "S.NormalDist(1, 2).quantiles(4)", "S.NormalDist(1, 2).zscore(3)", "S.NormalDist.from_samples([1, 2, 4])", "S.NormalDist(1, 0).pdf(1)", "S.kde([1, 2, 3], h=1)(1.5)", "S.kde([1, 2, 3], h=0)", "S.kde([1,2], h=1, kernel='x')", "S.kde_random([1, 2, 3], h=1, seed=5)()", "S.mean(5)", "S.median(['a', 'b'])", "S.median_grouped([])"]: ev(e)
r = random.Random(42)
for e in ["r.random()", "r.randint(1, 10)", "r.randrange(5)", "r.randrange(0, 10, 3)", "r.randrange(0)", "r.randrange(5, 1)", "r.randrange(1.5)", "r.randrange(1, 10, 0)", "r.choice('abc')", "r.choice([])", "r.choice({})", "r.choice({1: 2})", "r.choices('abc', k=3)", "r.choices('abc', [1, 2, 3], k=3)", "r.choices('abc', cum_weights=[1, 2, 3])", "r.choices('abc', [1], k=2)", "r.choices([], k=1)", "r.choices('ab', [0, 0])", "r.choices('ab', [1, 1], cum_weights=[1, 2])", "r.sample(range(100), 5)", "r.sample('abc', 5)", "r.sample({1, 2}, 1)", "r.sample([1, 2], counts=[2, 3], k=3)", "r.sample([1], -1)", "r.shuffle('abc')", "r.shuffle(5)", "r.uniform(1, 2)", "r.triangular()", "r.triangular(0, 0, 0)", "r.gauss(0, 1)", "r.gauss()", "r.normalvariate(0, 1)", "r.lognormvariate(0, 1)", "r.expovariate(2)", "r.expovariate(0)", "r.vonmisesvariate(0, 4)", "r.gammavariate(2, 3)", "r.gammavariate(-1, 1)", "r.betavariate(1, 2)", "r.paretovariate(3)", "r.weibullvariate(1, 2)", "r.binomialvariate(10, 0.3)", "r.binomialvariate(100, 0.5)", "r.binomialvariate(-1, 0.5)", "r.getrandbits(70)", "r.getrandbits(0)", "r.getrandbits(-1)", "r.randbytes(4)", "r.seed('abc')", "r.random()", "r.seed(b'abc')", "r.random()", "r.seed(1.5)", "r.random()", "r.seed(-5)", "r.random()", "r.seed([])", "r.seed(None)", "r.seed(10**30)", "r.random()", "len(r.getstate())", "r.setstate(5)", "r.setstate((5,))", "random.Random('x').random()", "random.SystemRandom().seed(5)", "random.SystemRandom().getstate()", "r.seed(5, 1)", "r.random()", "r.seed('a', 1)", "r.random()", "r.seed(1, 3)"]: ev(e)
l = list(range(10)); r.shuffle(l); print(l)
for fmt, vals in [("i", (1,)), ("<hHiIqQ", (1, 2, 3, 4, 5, 6)), ("b", (200,)), ("B", (-1,)), ("c", (b"a",)), ("c", ("a",)), ("c", (b"ab",)), ("5s", (b"ab",)), ("2s", (b"abc",)), ("s", ("a",)), ("5p", (b"abc",)), ("?", (5,)), ("e", (1.5,)), ("e", (1e10,)), ("f", (1e300,)), ("d", ("a",)), ("f", (1,)), ("x", ()), ("2x", ()), ("i", ()), ("i", (1, 2)), ("i", ("a",)), ("i", (1.5,)), ("z", (1,)), ("3", ()), ("<n", (1,)), ("n", (1,)), ("P", (5,)), ("@iq", (1, 2)), ("=iq", (1, 2)), ("!H", (1,)), (">d", (1.5,)), ("q", (2**63,)), ("Q", (-1,)), ("Q", (2**64,)), ("h", (40000,)), ("99999999999999999999i", ()), ("2i i", (1, 2, 3)), ("\u00e9", (1,)), (b"i", (1,)), ("i\0", (1,)), ("0i", ()), ("?", ([],)), ("I", (-1,)), ("l", (2**40,)), ("<l", (2**40,)), ("b", (True,))]:
    try: print(fmt, struct.pack(fmt, *vals), struct.calcsize(fmt))
    except Exception as e: print(fmt, type(e).__name__, e)
for fmt, b in [("i", b"\1\0\0\0"), ("i", b"\1"), ("<hh", b"\1\0\2\0"), ("3s", b"abc"), ("3p", b"\2ab"), ("?", b"\2"), ("e", b"\0\x3e"), ("x", b"a"), ("c", b"a"), ("i", "abcd"), ("d", b"\0" * 8), ("0s", b""), ("2c", b"ab")]:
    try: print(fmt, struct.unpack(fmt, b))
    except Exception as e: print(fmt, type(e).__name__, e)
for e in ["struct.unpack_from('i', b'\\0' * 8, 4)", "struct.unpack_from('i', b'\\0' * 8, 5)", "struct.unpack_from('i', b'\\0' * 8, -4)", "struct.unpack_from('i', b'\\0' * 8, -3)", "struct.unpack_from('i', b'', -3)", "list(struct.iter_unpack('h', b'abcd'))", "list(struct.iter_unpack('h', b'abc'))", "struct.iter_unpack('', b'')", "struct.Struct('ih').size", "struct.Struct('i').format", "struct.Struct(5)", "repr(struct.Struct('i'))", "struct.Struct('i').pack()", "struct.calcsize('iq')", "struct.error"]: ev(e)
class P:
    def __init__(s): s.x = [1]
    def __copy__(s): return "copied"
    def __deepcopy__(s, memo): return ("deep", len(memo))
class Q:
    def __reduce__(s): return (list, ([1, 2],))
class R:
    def __reduce_ex__(s, p): return "notglobal"
class T:
    def __getstate__(s): return {"a": 1}
    def __setstate__(s, st): s.st = st
class U:
    __slots__ = ('a', '__dict__')
class V:
    def __reduce__(s): return 5
class W(list):
    pass
u = U(); u.a = 1; u.b = [2]; u2 = copy.copy(u); print(u2.a, u2.b is u.b, copy.deepcopy(u).b is u.b)
t(copy.copy, P()); t(copy.deepcopy, P()); t(copy.copy, Q()); t(copy.copy, R()); print(copy.copy(T()).st); t(copy.copy, V()); w = W([1]); w.z = [3]; w2 = copy.deepcopy(w); print(w2, w2.z, w2.z is w.z)
x = [1]; x.append(x); y = copy.deepcopy(x); print(y[1] is y, y is x); t(copy.copy, (i for i in [])); t(copy.deepcopy, lambda: 1); t(copy.copy, len); t(copy.replace, 5, x=1); t(copy.copy, copy); print(copy.deepcopy({(1, 2): [3]}), copy.Error)
a = [1]; b = copy.deepcopy([a, a]); print(b[0] is b[1]); tt = (1, 2); print(copy.deepcopy(tt) is tt, copy.copy(tt) is tt, copy.deepcopy(([],)))
