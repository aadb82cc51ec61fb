from functools import cmp_to_key, reduce, total_ordering, wraps
import operator


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


print(reduce(operator.add, range(10)), reduce(operator.mul, range(1, 8)), reduce(operator.add, [], 5))
print(reduce(lambda a, b: a + b, ["a", "b", "c"]), reduce(max, iter([3, 9, 2])), reduce(operator.add, [[1], [2]], []))
show(lambda: reduce(operator.add, []))
show(lambda: reduce(operator.add, 5))
show(lambda: reduce(operator.add))
show(lambda: reduce(operator.add, [1, "a"]))
show(lambda: reduce(1, [1, 2]))
show(lambda: reduce(1, [1]))


def by_length(a, b):
    return len(a) - len(b)


words = ["ccc", "a", "bb", "dddd", "ee"]
print(sorted(words, key=cmp_to_key(by_length)), max(words, key=cmp_to_key(by_length)))
K = cmp_to_key(by_length)
print(K("a") < K("bb"), K("a") == K("b"), K("aa") >= K("b"), K("x").obj)
show(lambda: K("a") < "b")
show(lambda: K())
show(lambda: hash(K("a")))
show(lambda: sorted([1, 2], key=cmp_to_key(lambda a, b: "no")))
show(lambda: sorted([2, 1], key=cmp_to_key(lambda a, b: 1 / 0)))


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a == b, a != b, sorted([b, a])[0] is a)
show(lambda: total_ordering(type("T", (), {})))


def decorate(function):
    @wraps(function)
    def wrapper(*args):
        "inner"
        return function(*args) + 1

    return wrapper


@decorate
def documented(x: int) -> int:
    "outer"
    return x


print(documented(1), documented.__name__, documented.__doc__, documented.__wrapped__(1), documented.__annotations__)
