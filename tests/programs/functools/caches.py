from functools import cache, cached_property, lru_cache


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


calls = []


@lru_cache(maxsize=3)
def square(x):
    calls.append(x)
    return x * x


for x in [1, 2, 3, 1, 4, 2, 1, 4]:
    square(x)
print(calls, square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(5), square.__name__)


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(120), fib.cache_info())


@lru_cache
def bare(*args, **kwargs):
    return args, kwargs


print(bare(1, 2), bare(1, b=2), bare(b=2, a=1), bare(a=1, b=2), bare(), bare.cache_info())
show(lambda: bare([]))
print(bare.cache_info())


@lru_cache(maxsize=None, typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed("1"), typed.cache_info())


@lru_cache(typed=False)
def untyped(x):
    return type(x).__name__


print(untyped(1), untyped(1.0), untyped(True), untyped.cache_info())


@lru_cache(maxsize=0)
def never(x):
    return x


print(never(1), never(1), never.cache_info())
show(lambda: lru_cache(maxsize="x"))
print(lru_cache(maxsize=-5)(len)("abc"), lru_cache(maxsize=-5)(len).cache_info())


@lru_cache(maxsize=2)
def failing(x):
    if x < 0:
        raise ValueError(x)
    return x


show(lambda: failing(-1))
show(lambda: failing(-1))
print(failing.cache_info())


class C:
    def __init__(self):
        self.count = 0

    @lru_cache
    def method(self, x):
        self.count += 1
        return x, self.count

    @cached_property
    def lazy(self):
        self.count += 1
        return f"computed {self.count}"


c = C()
print(c.method(1), c.method(1), c.method(2), C.method(c, 1), C.method.cache_info())
print(c.lazy, c.lazy, c.__dict__["lazy"])
del c.lazy
print(c.lazy)


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self.n == other.n


@lru_cache(maxsize=4)
def colliding(k):
    return k.n


print([colliding(Key(n)) for n in [1, 2, 3, 1, 4, 5, 6, 1, 6]], colliding.cache_info())


@lru_cache(maxsize=1)
def recursive(n):
    return 0 if n == 0 else recursive(n - 1) + 1


print(recursive(20), recursive.cache_info())
