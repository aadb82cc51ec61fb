class Meters(int):
    def __new__(cls, value, unit="m"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __repr__(self):
        return f"{int(self)}{self.unit}"

    def __add__(self, other):
        return Meters(int(self) + other, self.unit)


a = Meters(5)
big = Meters(2**80, "km")
print(a, repr(a), a + 1, 1 + a, a * 2, type(a * 2), type(+a), type(a.real), -a, abs(big))
print(a == 5, hash(a) == hash(5), {a: 1}[5], [10, 20, 30, 40, 50, 60][a], big + 1, big % 1000)
print(f"{a} {a:5d}|{a!r}", "%d" % a, "%s" % a, str(a), int(a), type(int(a)), isinstance(a, int))
print(a.__dict__, int.__repr__(a), int.__add__(a, 3), bool(Meters(0)), a.to_bytes(2), Meters.from_bytes(b"\x05"))
