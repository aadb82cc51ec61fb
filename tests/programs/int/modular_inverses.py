# pow(base, exponent, modulus) of moduli of one word and a little more, of both signs.
for modulus in [1, 2, 3, 10, 11, 97, 2**32, 2**61 - 1, 2**62, 2**63, 2**64 - 1, 2**64, 2**64 + 13]:
    for base in [0, 1, 2, 3, 7, 10, -3, 2**40 + 1, 2**64 - 1, -(2**70) + 3, modulus - 1, modulus + 5]:
        shown = []
        for exponent in (-1, -2, 0, 1, 5, 2**70):
            for m in (modulus, -modulus):
                try:
                    value = pow(base, exponent, m)
                    if exponent == -1:
                        assert (value * base - 1) % m == 0
                    shown.append(value)
                except ValueError as error:
                    shown.append("none")
        print(modulus, base, *shown)
try:
    pow(2, -1, 4)
except ValueError as error:
    print(error)
