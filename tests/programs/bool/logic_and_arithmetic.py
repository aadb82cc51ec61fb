for a in (True, False):
    for b in (True, False, 1, 0, 6, -1):
        print(a, b, a & b, a | b, a ^ b, b & a, b | a, b ^ a, a + b, a * b, a == b, a < b)
print(-True, +True, True << 3, True // True, True / True, 2**True, int(True), float(True), str(True), repr(False))
print(bool(), bool(0), bool(""), bool("False"), bool([]), bool([0]), bool(None), bool(0.0), bool(1e-300))
print(isinstance(True, int), issubclass(bool, int), bool.__mro__, True.real, type(True & 1), type(True & True))
print(["a", "b"][True], "x" * True, f"{True}", f"{True:d}", f"{True:>6}", "%d %s" % (True, True), hash(True))
