# Exceptions: args, notes, chaining attributes, traceback setters, constructors with keywords, reduce.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


e = ValueError("a", 1)
print(e.args, str(e), repr(e), e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__, str(ValueError()), repr(ValueError()), repr(ValueError("x")), str(KeyError("k")), str(KeyError("a", "b")))
print(e.add_note("one"), e.add_note("two"), e.__notes__, attempt(e.add_note, 5), attempt(e.add_note), e.with_traceback(None) is e, attempt(e.with_traceback, 5), attempt(setattr, e, "__cause__", 5), attempt(setattr, e, "__context__", "x"), attempt(delattr, e, "__cause__"))
e.__cause__ = KeyError("why")
e.args = [1, 2]
e.extra = "attribute"
print(e.__suppress_context__, repr(e.__cause__), e.args, e.extra, attempt(setattr, e, "args", 5), attempt(delattr, e, "args"), e.__dict__ == {"__notes__": ["one", "two"], "extra": "attribute"}, attempt(ValueError, x=1), attempt(BaseException, x=1))
print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code, NameError("n", name="x").name, AttributeError("a", name="n", obj=5).obj, ImportError("i", name="m", path="p").path, attempt(NameError, other=1), attempt(ImportError, x=1))
print(OSError(2, "no").errno, type(OSError(2, "no")).__name__, str(OSError(2, "no", "f")), str(OSError(2, "no", "f", None, "g")), OSError(2, "no", "f").args, OSError("only").errno, OSError(1, 2, 3).filename, type(OSError(13, "x")).__name__, BlockingIOError(11, "b", 5).characters_written)
s = SyntaxError("bad", ("file", 3, 5, "text\n", 3, 9))
print(s.msg, s.filename, s.lineno, s.offset, s.text, s.end_lineno, s.end_offset, s.print_file_and_line, str(s), attempt(SyntaxError, "m", (1, 2)), attempt(SyntaxError, "m", 5))
u = UnicodeDecodeError("utf-8", b"abc", 1, 2, "because")
print(u.encoding, u.object, u.start, u.end, u.reason, str(u), attempt(UnicodeDecodeError, "a"), attempt(UnicodeDecodeError, 1, b"", 0, 1, "r"), str(UnicodeEncodeError("ascii", "\xe9\u20ac", 0, 2, "r")), str(UnicodeTranslateError("\u20ac", 0, 1, "r")))
for error in (ValueError("a"), e, OSError(2, "no", "f"), ImportError("i", name="m"), AttributeError("a", name="n", obj=1), KeyError("k")):
    print(error.__reduce__())


class Own(Exception):
    def __init__(self, code, *, detail=None):
        super().__init__(code)
        self.detail = detail


own = Own(5, detail="d")
print(own.args, own.detail, repr(own), attempt(Own), own.__reduce__(), isinstance(own, Exception), Own.__mro__[1:], Own.__new__(Own, 1, 2).args)
try:
    try:
        1 / 0
    except ZeroDivisionError as first:
        raise KeyError("second") from None
except KeyError as second:
    print(repr(second.__context__), second.__cause__, second.__suppress_context__, second.__traceback__.tb_lineno > 0, type(second.__traceback__).__name__)
