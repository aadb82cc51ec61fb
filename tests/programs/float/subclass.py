class Celsius(float):
    def __new__(cls, value, scale="C"):
        self = super().__new__(cls, value)
        self.scale = scale
        return self

    def __str__(self):
        return f"{float(self):.1f}°{self.scale}"


t = Celsius(21.55)
print(t, repr(t), t + 1, type(t + 1), t == 21.55, hash(t) == hash(21.55), t.scale, f"{t}", f"{t:.3f}", "%s %.1f" % (t, t))
print(float(t), type(float(t)), round(t, 1), -t, abs(Celsius(-1)), Celsius("3.5"), Celsius(2).real, type(Celsius(2).real))
print(sorted([Celsius(3), Celsius(1), 2.0]), max(Celsius(5), 4), bool(Celsius(0)))
