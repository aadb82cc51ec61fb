"""`cmp_to_key`: what the comparing function may give, and keys that are compared with others."""
import functools

K = functools.cmp_to_key
less = lambda f: (K(f)(1) < K(f)(2), K(f)(2) > K(f)(1), K(f)(1) == K(f)(1), K(f)(1) != K(f)(2), K(f)(1) >= K(f)(2), K(f)(1) <= K(f)(1))
print(less(lambda a, b: a - b), less(lambda a, b: float(a - b)), less(lambda a, b: (a - b) * 10 ** 30), less(lambda a, b: a < b))
for bad in (lambda a, b: None, lambda a, b: "x", lambda a, b: 1 / 0):
    try:
        print(sorted([3, 1, 2], key=K(bad)))
    except Exception as error:
        print(type(error).__name__, error)
print(sorted([3, 1, 2, 10, -4], key=K(lambda a, b: b - a)), sorted("bca", key=K(lambda a, b: (a > b) - (a < b)), reverse=True))
print(sorted([3.5, 1, 2], key=K(lambda a, b: a - b)), min([3, 1, 2], key=K(lambda a, b: b - a)))
key = K(lambda a, b: a - b)
for other in 1, key, None:
    try:
        print(key(1) < other)
    except Exception as error:
        print(type(error).__name__, error)
try:
    sorted([key(2), 3, key(1)])
except TypeError as error:
    print(error)
try:
    key()
except TypeError as error:
    print(error)
print(key(obj=3).obj, key(3).obj)


class S(str):
    pass


class T(str):
    def __lt__(self, other):
        return str.__gt__(self, other)


class I(int):
    __lt__ = 5


class N(int):
    def __lt__(self, other):
        return NotImplemented


print(sorted(map(S, "hello")), sorted(map(T, "hello")), sorted([{1, 2}, {1}, {1, 2, 3}]), sorted([(1, S("b")), (1, S("a"))]))
for bad in [I(2), I(1)], [{}, {1: 2}], [None, None]:
    try:
        print(sorted(bad))
    except TypeError as error:
        print(error)
print(sorted([N(2), N(1)], key=lambda n: n), sorted([N(3), N(1), N(2)]))


class Change:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Change.__lt__ = lambda a, b: a.n > b.n
        return self.n < other.n


print([c.n for c in sorted(map(Change, [3, 1, 4, 1, 5]))])
