t = (1, 2, 3)
it = iter(t)
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__())
try:
    next(it)
except StopIteration as e:
    print("stop", e.args)
print(next(it, "default"))
it = iter(t)
next(it)
it.__setstate__(0)
print(list(it))
import copy

it = iter([1, 2, 3, 4])
next(it)
c = copy.copy(it)
print(list(it), list(c))
print(list(reversed(t)), type(reversed(t)).__name__)
print(type(iter(t)).__name__, iter(it) is it)
