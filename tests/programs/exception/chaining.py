def show(e):
    print(type(e).__name__, e.args, "cause", repr(e.__cause__), "context", repr(e.__context__), e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError as z: raise KeyError("k") from z
except KeyError as e: show(e)
try:
    try: 1 / 0
    except ZeroDivisionError: raise KeyError("k")
except KeyError as e: show(e)
try:
    try: 1 / 0
    except ZeroDivisionError: raise KeyError("k") from None
except KeyError as e: show(e)
try: raise ValueError from TypeError("x")
except ValueError as e: show(e)
try: raise ValueError("a") from "b"
except TypeError as e: show(e)
try: raise 5
except TypeError as e: print(e)
try: raise int
except TypeError as e: print(e)
try: raise
except RuntimeError as e: print(e)
try:
    try: raise ValueError("one")
    except ValueError:
        try: raise TypeError("two")
        except TypeError: pass
        raise
except ValueError as e: show(e)
e = ValueError("n"); e.add_note("first"); e.add_note("second"); print(e.__notes__)
try: e.add_note(1)
except TypeError as x: print(x)
class Mine(Exception):
    def __init__(self, code, **kw): super().__init__(code, kw); self.code = code
    def __str__(self): return f"mine {self.code}"
try: raise Mine(3, why="w")
except Mine as m: print(m, repr(m), m.args)
try:
    try: raise Mine(1)
    finally: raise Mine(2)
except Mine as m: print(m.code, m.__context__.code)
for c in (BaseException, OSError, KeyError, StopIteration, SystemExit, UnicodeError): print(c.__mro__)
print(KeyError("a"), repr(KeyError("a", 1)), str(KeyError()), OSError(2, "No such file", "f"), repr(OSError(2, "x")))
print(isinstance(OSError(2, "x"), FileNotFoundError), OSError(13, "p").__class__)
import sys
try: 1 / 0
except ZeroDivisionError as z:
    print(sys.exc_info()[0], sys.exception() is z, z.__traceback__.tb_lineno)
print(sys.exc_info(), sys.exception())
try:
    try: raise ValueError
    except (TypeError, KeyError): print("no")
except ValueError: print("yes")
try:
    try: raise ValueError
    except 5: pass
except TypeError as t: print(t)
