# iter and next: sentinels, defaults, objects with only __getitem__, iterators that are none.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Countdown:
    def __init__(self, n):
        self.n = n

    def __call__(self):
        self.n -= 1
        if self.n < -2:
            raise ValueError("too far")
        return self.n


class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


class Stops:
    def __getitem__(self, i):
        raise StopIteration


class NoIterator:
    def __iter__(self):
        return 5


class Blocked:
    __iter__ = None

    def __getitem__(self, i):
        return i


print(list(iter(Countdown(4), 0)), attempt(lambda: list(iter(Countdown(2), "never"))))
print(list(iter(Old())), list(Stops()), attempt(iter, NoIterator()), attempt(iter, Blocked()), attempt(iter, 5), attempt(iter, 5, 6), attempt(iter))
old = iter(Old())
print(next(old), old.__length_hint__() is NotImplemented, next(old), next(old), next(old, "end"), next(old, "still"))
it = iter([1])
print(next(it), attempt(next, it), next(it, None), attempt(next, 5), attempt(next), attempt(next, it, 1, 2))
calls = iter(Countdown(3), 1)
print(next(calls), attempt(next, calls), attempt(next, calls))
stopping = iter(lambda: next(iter([])), 1)
print(list(stopping))
