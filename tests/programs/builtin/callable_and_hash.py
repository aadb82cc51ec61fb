# callable and hash: what has them, what takes them away.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Plain:
    pass


class Called:
    def __call__(self):
        return 1


class Unhashable:
    def __eq__(self, other):
        return True


class Removed:
    __hash__ = None


class Own:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value


thing = Plain()
thing.__call__ = lambda: 1
print([callable(x) for x in (len, Plain, Plain(), Called(), thing, lambda: 0, [].append, None, int, "a", Called().__call__)])
for value in ([], {}, set(), Unhashable(), Removed(), slice(1), bytearray if False else [1], ([],), {1: 2}.keys(), {1: 2}.items()):
    print(type(value).__name__, attempt(hash, value) if not isinstance(value, slice) else hash(slice(1)) == hash(slice(1)))
print(hash(1) == hash(1.0) == hash(True), hash(-1), hash(-2), hash(2**61 - 1), hash(2**61), hash(-(2**61)), hash(0.5), hash(float("inf")), hash(float("-inf")))
print([attempt(hash, Own(v)) for v in (5, -1, 2**61 - 1, 2**64, True, 1.5, None)])
print(hash(()), hash((1, 2)), hash((1, (2, 3))), hash(frozenset()), hash(frozenset([1, 2])), hash(range(3)) == hash(range(0, 3)), hash(None))
