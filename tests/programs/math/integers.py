from math import comb, factorial, gcd, isqrt, lcm, perm, prod


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print([factorial(n) for n in range(12)], factorial(25), factorial(True), factorial(I(5)), len(str(factorial(500))))
print([isqrt(n) for n in (0, 1, 2, 3, 4, 15, 16, 17, 10**20, 10**20 - 1, 2**64, 10**40 - 1)], isqrt(I(49)))
print(comb(5, 2), comb(5, 0), comb(5, 5), comb(5, 6), comb(100, 50), comb(10**20, 2), comb(I(6), I(3)), [comb(10, k) for k in range(11)])
print(perm(5), perm(5, 2), perm(5, 0), perm(5, 6), perm(10**20, 3), perm(5, None), perm(I(4)))
print(gcd(), gcd(12), gcd(-12), gcd(12, 18), gcd(12, 18, 27), gcd(0, 0), gcd(0, 5), gcd(10**40, 6**30), gcd(I(8), 12), gcd(True, 2))
print(lcm(), lcm(4), lcm(4, 6), lcm(4, 6, 10), lcm(0, 5), lcm(-4, 6), lcm(10**20, 15))
print(prod([]), prod([1, 2, 3]), prod([2.5, 2]), prod([1, 2], start=10), prod(range(1, 25)), prod(["ab", 3]), prod([], start="x"), prod([[1], 2]))
for call in [
    lambda: factorial(-1), lambda: factorial(2.0), lambda: factorial("a"), lambda: factorial(10**30), lambda: isqrt(-1), lambda: isqrt(2.5),
    lambda: comb(-1, 2), lambda: comb(1, -2), lambda: comb(1.5, 2), lambda: perm(-1), lambda: perm(1, -1), lambda: perm(1.5), lambda: gcd(1.5),
    lambda: lcm("a"), lambda: prod(5), lambda: prod([1, "a", None]), lambda: prod(), lambda: prod([1], 2), lambda: comb(10**30, 10**25),
    lambda: gcd(1, None), lambda: perm(10**30, 10**25),
]:
    show(call)
