from math import dist, fsum, hypot, inf, nan, sumprod
from fractions import Fraction


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


print(fsum([0.1] * 10), sum([0.1] * 10), fsum([1e16, 1, -1e16]), fsum([1e308, 1, -1e308]), fsum([]), fsum([1, 2, True]), fsum([inf, 1]), fsum([nan]))
print(fsum([1e-16] * 10 + [1.0]), fsum((x / 7 for x in range(100))), fsum([-0.0]), fsum([2**53, 1, 1e-300]), fsum([inf, inf]))
print(hypot(), hypot(3), hypot(-3, 4), hypot(1, 1), hypot(1, 1, 1), hypot(1e308, 1e308), hypot(1e-320, 1e-320), hypot(inf, nan), hypot(nan, 1), hypot(0.1, 0.2, 0.3))
print(dist((1, 2), (4, 6)), dist([0], [5]), dist((), ()), dist((1.5, 2.5, 3.5), (0, 0, 0)), dist(iter((1, 2)), iter((1, 2))), hypot(3, True))
print([hypot(x / 10, x / 3, 1.1) for x in range(8)])
print(sumprod([1, 2, 3], [4, 5, 6]), sumprod([0.1] * 10, [10] * 10), sumprod([], []), sumprod([1.5, 2], [2, 3]), sumprod([2**62, 2**62], [4, 4]))
print(sumprod([1e308, 1e308], [10, -10]), sumprod([True, 2], [3, 4]), sumprod([Fraction(1, 3)], [3]), sumprod([1e16, 1, -1e16], [1, 1, 1]), sumprod([10**30, 1], [1, 2]))
print(sumprod([1, 2.5, 3], [2, 2, 2]), sumprod(range(100), range(100)), sumprod([inf], [1]), sumprod([0.1, 0.2, 0.3], [0.4, 0.5, 0.6]), sumprod(["a"], [0]) if False else "-")
for call in [
    lambda: fsum([inf, -inf]), lambda: fsum([1e308, 1e308]), lambda: fsum(["a"]), lambda: fsum(5), lambda: dist((1,), (1, 2)), lambda: dist(1, 2),
    lambda: dist((1, "a"), (1, 2)), lambda: hypot("a"), lambda: sumprod([1], [1, 2]), lambda: sumprod([1, 2], [1]), lambda: sumprod(1, [1]),
    lambda: sumprod(["a"], [2]), lambda: sumprod([None], [2]), lambda: sumprod(), lambda: fsum(),
]:
    show(call)
