# bit_length, bit_count, as_integer_ratio, is_integer, conjugate, real, imag, numerator, denominator.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for n in (0, 1, -1, 255, 256, -256, 2**64, -(2**64) - 1, True, 10**30):
    print(n, n.bit_length(), n.bit_count(), n.as_integer_ratio(), n.is_integer(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator)
print([n.__index__() for n in (5, True)], (5).__trunc__(), (5).__floor__(), (5).__ceil__(), (7).__round__(-1), (5).__getnewargs__(), (5).__bool__(), (0).__bool__())
print(type(True.conjugate()), type(True.real), attempt(lambda: (5).bit_length(1)), attempt(setattr, 5, "real", 1), attempt(delattr, 5, "imag"))
print((5).__add__("a"), (5).__lt__(1.5), (5).__divmod__(2), (5).__rsub__(7), (2).__pow__(3, 5), (2).__rpow__(3), attempt((5).__truediv__, 0), (5).__eq__("5"))
