class Number:
    def __init__(self, how):
        self.how = how


class WithInt(Number):
    def __int__(self):
        return self.how


class WithIndex(Number):
    def __index__(self):
        return self.how


class WithTrunc(Number):
    def __trunc__(self):
        return self.how


calls = [
    "int()", "int(5.9)", "int(-5.9)", "int(1e30)", "int(True)", "int(WithInt(7))", "int(WithIndex(8))",
    "int(WithInt('a'))", "int(WithIndex(1.5))", "int(None)", "int([])", "int('5', None)", "int(5, 10)", "int(x=5)",
    "int('5', base=5, x=1)", "int(base=10)", "int(1, 2, 3)", "int('10', 1)", "int('10', 37)", "int('10', -1)",
    "int('10', 10**30)", "int(float('nan'))", "int(float('inf'))", "int(b'x')", "int(object())", "int('12', WithIndex(3))",
]
for call in calls:
    try:
        result = eval(call)
        print(call, "=", result, type(result).__name__)
    except (TypeError, ValueError, OverflowError) as error:
        message = str(error)
        print(call, type(error).__name__, message)
