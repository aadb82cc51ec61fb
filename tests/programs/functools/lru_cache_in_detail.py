from functools import lru_cache, cache, cached_property
calls = []
@lru_cache(maxsize=2)
def square(x, *, y=0):
    calls.append((x, y))
    return x * x + y
for x in (1, 2, 1, 3, 2, 1.0, True):
    square(x)
print(calls, square.cache_info())
square(1, y=2); square(x=1)
print(calls[-2:], square.cache_info()); square.cache_clear(); print(square.cache_info(), square.cache_parameters())
@lru_cache(typed=True)
def typed(x):
    return type(x).__name__
print(typed(1), typed(1.0), typed(True), typed.cache_info(), typed.cache_parameters())
@lru_cache
def plain(*args):
    return args
print(plain(1), plain.__wrapped__(2), plain.__name__, plain.cache_info().maxsize)
@lru_cache(maxsize=0)
def none(x):
    return x
none(1); none(1); print(none.cache_info())
@lru_cache(maxsize=-5)
def negative(x): return x
print(negative(1), negative.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
for bad in ("x", 1.5, [], object):
    try:
        print(type(lru_cache(bad)).__name__)
    except TypeError as error:
        print(error)
try:
    plain([])
except TypeError as error:
    print(error)
@lru_cache
def fails(x): raise ValueError(x)
for _ in range(2):
    try: fails(1)
    except ValueError: pass
print(fails.cache_info())
class Key:
    def __init__(self, v): self.v = v
    def __hash__(self): return 1
    def __eq__(self, other):
        if other.v == "bad": raise RuntimeError("eq")
        return self.v == other.v
@lru_cache
def keyed(k): return k.v
keyed(Key(1)); keyed(Key(1)); print(keyed.cache_info())
class C:
    @lru_cache
    def m(self, x): return x, id(self) and 1
    @cached_property
    def p(self):
        calls.append("p"); return 5
c = C(); print(c.m(1), c.m(1), C.m.cache_info()); n = len(calls); print(c.p, c.p, len(calls) - n, c.__dict__); del c.p; c.p; print(len(calls) - n)
try:
    class S:
        __slots__ = ()
        @cached_property
        def p(self): return 1
    S().p
except TypeError as error: print(error)
import copy; print(copy.copy(plain) is plain, copy.deepcopy(plain) is plain)
@lru_cache(3)
def reentrant(n):
    return 0 if n == 0 else reentrant(n - 1) + 1
print(reentrant(50), reentrant.cache_info())
