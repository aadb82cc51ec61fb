class Special(ExceptionGroup):
    def __new__(cls, message, errors, code):
        self = super().__new__(cls, message, errors)
        self.code = code
        return self
    def derive(self, errors):
        return Special(self.message, errors, self.code)

def tree(e, depth=0):
    print("  " * depth + f"{type(e).__name__}: {e}", getattr(e, "code", ""))
    if isinstance(e, BaseExceptionGroup):
        for inner in e.exceptions:
            tree(inner, depth + 1)

try:
    raise Special("top", [ValueError(1), ExceptionGroup("in", [TypeError(2), ValueError(3)]), OSError(4)], 42)
except Special as error:
    group = error
    group.add_note("a note")
    group.__cause__ = KeyError("cause")

match, rest = group.split(ValueError)
tree(match); tree(rest)
print(match.__notes__, match.__notes__ is rest.__notes__, match.__cause__, match.__traceback__ is group.__traceback__, rest.__context__)
sub = group.subgroup(lambda e: isinstance(e, (OSError, TypeError)))
tree(sub)
print(group.subgroup(KeyError), group.split(KeyError)[0], group.split(KeyError)[1] is group, group.subgroup(Special) is group)
print(group.split((ValueError, TypeError, OSError))[1])
for wrong in (5, "x", [ValueError], (ValueError, 5), int):
    for method in (group.split, group.subgroup):
        try:
            method(wrong)
        except TypeError as error:
            print(error)

class Badly(ExceptionGroup):
    def derive(self, errors):
        return ValueError("no group")
try:
    Badly("b", [ValueError(), TypeError()]).split(ValueError)
except TypeError as error:
    print(error)

for args in ((), ("m",), ("m", []), ("m", [1]), ("m", 5), (1, [ValueError()]), ("m", [KeyboardInterrupt()]), ("m", [ValueError()], 3)):
    for cls in (ExceptionGroup, BaseExceptionGroup):
        try:
            made = cls(*args)
            print(repr(made), type(made).__name__)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)

try:
    try:
        raise ExceptionGroup("eg", [ValueError("v"), TypeError("t"), ExceptionGroup("deep", [OSError("o"), ValueError("w")])])
    except* ValueError as found:
        tree(found)
        raise KeyError("raised in handler")
    except* TypeError as found:
        tree(found)
except BaseExceptionGroup as error:
    tree(error)
    print(type(error.exceptions[0].__context__).__name__)

def run(error):
    try:
        try:
            raise error
        except* (ValueError, KeyError) as found:
            print("caught", found, found.exceptions)
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as left:
        print("left", repr(left))
run(ValueError("naked"))
run(ZeroDivisionError("other"))
run(BaseExceptionGroup("b", [SystemExit(1), ValueError(2)]))
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)
