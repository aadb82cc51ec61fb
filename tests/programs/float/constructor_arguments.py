class F:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return self.value


class I:
    def __index__(self):
        return 12


class Sub(float):
    pass


for call in ("float()", "float(5)", "float(True)", "float(10**30)", "float(F(2.5))", "float(I())", "float(Sub(1.5))", "float(F(1))", "float(F('a'))", "float(F(Sub(2)))", "float(None)", "float([])", "float(1, 2)", "float(x=1)", "float(b'x')", "float(10**400)", "float(object())", "float(1.5)"):
    try:
        result = eval(call)
        print(call, result, type(result).__name__)
    except (TypeError, ValueError, OverflowError) as error:
        print(call, type(error).__name__, error)
