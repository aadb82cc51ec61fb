# What exceptions hold, how they are made, compared, shown and chained.
def attempt(f):
    try:
        return f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


for cls in (BaseException, Exception, ValueError, KeyError, StopIteration, SystemExit, OSError, ImportError, NameError, AttributeError, UnicodeDecodeError, SyntaxError, StopAsyncIteration, KeyboardInterrupt, GeneratorExit, EOFError, RecursionError):
    print(cls.__name__, [b.__name__ for b in cls.__mro__[1:-1]], attempt(lambda: repr(cls())), attempt(lambda: repr(cls(1, 2))), attempt(lambda: str(cls("a"))))
print(str(KeyError("k")), str(KeyError()), str(KeyError(1, 2)), repr(KeyError("it's")))
e = StopIteration(1, 2)
print(e.value, e.args)
e.value = 5
print(e.value, e.args)
print(SystemExit().code, SystemExit(3).code, SystemExit(1, 2).code)
o = OSError(2, "No such file", "name.txt")
print(type(o).__name__, o.errno, o.strerror, o.filename, o.args, str(o))
o = OSError(2, "No such file", "a", None, "b")
print(o.filename2, str(o))
for number in (1, 2, 4, 11, 13, 17, 20, 21, 32, 104, 110, 111, 99):
    print(number, type(OSError(number, "x")).__name__, end="; ")
print()
print(OSError("only"), OSError(1), repr(OSError(1, 2)), OSError(1, 2).errno, FileNotFoundError("x").errno, IOError is OSError)
i = ImportError("msg", name="n", path="p", name_from="f")
print(i.name, i.path, i.name_from, i.msg, attempt(lambda: ImportError("a", bad=1)))
n = NameError("m", name="nm")
print(n.name, n.args, NameError().name)
a = AttributeError("m", name="at", obj=[1])
print(a.name, a.obj)
try:
    [].nothing
except AttributeError as x:
    print(x.name, x.obj, x.args)
try:
    undefined_name
except NameError as x:
    print(x.name, x.args)
try:
    {}["k"]
except KeyError as x:
    print(x.args)
u = UnicodeDecodeError("utf-8", b"ab\xff", 2, 3, "bad byte")
print(u, u.encoding, u.object, u.start, u.end, u.reason)
print(UnicodeEncodeError("ascii", "a\xe9b", 1, 2, "no"), UnicodeEncodeError("ascii", "a\xe9bc", 1, 3, "no"), UnicodeTranslateError("ab", 0, 1, "r"))
print(attempt(lambda: UnicodeDecodeError("utf-8", "str", 0, 1, "x")), attempt(lambda: UnicodeDecodeError(1)))
s = SyntaxError("msg", ("file", 3, 4, "text", 3, 8))
print(s.msg, s.filename, s.lineno, s.offset, s.text, s.end_lineno, s.end_offset, s.print_file_and_line, s)
print(SyntaxError("m", ("f", 1, 2, "t")), repr(SyntaxError("m")), SyntaxError().msg, attempt(lambda: SyntaxError("m", (1,))))
e = ValueError("x")
print(e.__traceback__, e.__cause__, e.__context__, e.__suppress_context__, hasattr(e, "__notes__"))
e.__cause__ = KeyError("c")
print(e.__suppress_context__, repr(e.__cause__))
print(attempt(lambda: setattr(e, "__cause__", 5)), attempt(lambda: setattr(e, "__context__", "x")), attempt(lambda: setattr(e, "__traceback__", 1)), attempt(lambda: delattr(e, "__cause__")))
e.__cause__ = None
e.add_note("one")
e.add_note("two")
print(e.__notes__, attempt(lambda: e.add_note(5)))
print(e.with_traceback(None) is e, attempt(lambda: e.with_traceback(5)))
e.args = (1, 2)
print(e, e.args, attempt(lambda: setattr(e, "args", 5)))
e.args = "ab"
print(e.args, repr(e))
e.custom = 1
print(e.__dict__)


class Custom(Exception):
    def __init__(self, a, *, b=None):
        self.a, self.b = a, b

    def __str__(self):
        return f"<{self.a} {self.b}>"


c = Custom(1, b=2)
print(c, repr(c), c.args)


class New(Exception):
    def __new__(cls, *args):
        self = super().__new__(cls, "from new")
        return self

    def __init__(self, *args):
        pass


print(New("x").args, repr(New()))
print(attempt(lambda: Exception(a=1)), attempt(lambda: ValueError("a", key=2)), Exception("a") == Exception("a"))


def raises(x):
    raise x


print(attempt(lambda: raises(5)), "|", attempt(lambda: raises(int)), "|", attempt(lambda: raises(ValueError)), "|", attempt(lambda: raises("s")), "|", attempt(lambda: raises(None)))


class BadInit(Exception):
    def __init__(self):
        1 / 0


class ReturnsOther(Exception):
    def __new__(cls):
        return 5


print(attempt(lambda: raises(BadInit)), "|", attempt(lambda: raises(ReturnsOther)))


def raise_from(x, y):
    raise x from y


print(attempt(lambda: raise_from(ValueError, 5)), "|", attempt(lambda: raise_from(ValueError("v"), KeyError)))
try:
    raise_from(ValueError, KeyError)
except ValueError as x:
    print(repr(x.__cause__), x.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("second") from None
except KeyError as x:
    print(x.__cause__, repr(x.__context__), x.__suppress_context__)


def bare():
    raise


print(attempt(bare))
try:
    try:
        raise ValueError("first")
    except ValueError as first:
        try:
            raise KeyError("second")
        except KeyError as second:
            raise first
except ValueError as x:
    print(repr(x.__context__), x.__context__.__context__)
for handler in ("except 5", "except (ValueError, 5)", "except 'x'", "except [ValueError]"):
    try:
        exec(f"try:\n 1/0\n{handler}:\n pass")
    except TypeError as x:
        print(x)
import copy, sys

e = ValueError("copied", 1)
e.extra = [1]
e2 = copy.copy(e)
print(repr(e2), e2.extra is e.extra, e.__reduce__()[1])
try:
    1 / 0
except ZeroDivisionError as z:
    tb = z.__traceback__
    print(tb.tb_lineno > 0, tb.tb_next, tb.tb_frame.f_code.co_name, tb.tb_lasti >= 0, sys.exc_info()[0].__name__, sys.exception() is z)
print(sys.exc_info())
