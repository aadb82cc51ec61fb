def f(*excs):
    try: raise ExceptionGroup("g", list(excs))
    except* ValueError as e: print("values", e.exceptions)
    except* (TypeError, KeyError) as e: print("types", e.exceptions)
    else: print("else")
    finally: print("finally")
f(ValueError(1)); f(ValueError(1), TypeError(2), KeyError(3))
try: f(OSError("o"), ValueError(9))
except ExceptionGroup as g: print("rest", g, g.exceptions)
try:
    try: raise ValueError("plain")
    except* ValueError as e: print(type(e), e.exceptions)
    print("after")
except Exception as e: print("leaked", e)
g = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)])])
print(g.subgroup(ValueError), g.split(TypeError)); print(repr(g)); print(g.message, len(g.exceptions))
print(g.subgroup(lambda e: isinstance(e, TypeError)).exceptions)
try:
    try: raise g
    except* TypeError as e: raise KeyError("new")
except ExceptionGroup as e: print(repr(e))
for bad in ("ExceptionGroup('x', [])", "ExceptionGroup('x', [1])", "ExceptionGroup(1, [ValueError()])", "ExceptionGroup('x', [KeyboardInterrupt()])", "ExceptionGroup('x', 5)", "ExceptionGroup('x')"):
    try: eval(bad)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
print(type(BaseExceptionGroup("b", [ValueError()])), type(BaseExceptionGroup("b", [KeyboardInterrupt()])))
