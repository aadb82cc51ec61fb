for n in (0, 5, -5, True, 2**100):
    print(n.real, n.imag, n.numerator, n.denominator, n.conjugate(), n.as_integer_ratio(), n.is_integer())
    print(float(n), bool(n), n.__index__(), n.__int__(), n.__pos__(), n.__neg__(), n.__abs__(), n.__invert__())
print(type(True.real), type(True.numerator), type(+True), type(-True), type(abs(True)))
for name in ("real", "imag", "numerator", "denominator"):
    try:
        setattr(5, name, 1)
    except AttributeError as error:
        print(error)
