# Attributes of exceptions, tracebacks and frames that CPython keeps as C numbers and bools refuse other values.
import sys
import types


def attempt(what, *args):
    try:
        result = what(*args)
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print("done" if result is None else repr(result))


error = ValueError("x")
for value in (1, "a", None, True, False):
    attempt(setattr, error, "__suppress_context__", value)
    print(error.__suppress_context__)
attempt(delattr, error, "__suppress_context__")

error = UnicodeDecodeError("utf-8", b"abc", 0, 1, "bad")
for name in ("start", "end"):
    for value in ("a", 1.5, None, 2**70, -5, True, 100):
        attempt(setattr, error, name, value)
        if isinstance(value, int) and value < 2**70:
            print(getattr(error, name), error)
    attempt(delattr, error, name)
for name in ("encoding", "reason", "object"):
    attempt(delattr, error, name)
    print(getattr(error, name))
print(UnicodeDecodeError.__new__(UnicodeDecodeError).start, UnicodeEncodeError.__new__(UnicodeEncodeError).end)
deleted = UnicodeEncodeError("utf-8", "abc", 0, 1, "bad")
del deleted.encoding, deleted.reason
print(deleted)
attempt(UnicodeTranslateError, "abc", 0, "x", "bad")
attempt(UnicodeTranslateError, b"abc", 0, 1, "bad")
attempt(UnicodeTranslateError, "abc", 0, 1, 3)
attempt(UnicodeEncodeError, "utf-8", "abc", 0, 1.0, "bad")
attempt(UnicodeEncodeError, "utf-8", "abc", 0, 1, 2)


class Index:
    def __index__(self):
        return 2


print(repr(UnicodeEncodeError("utf-8", "abc", Index(), Index(), "bad").start))

frame = sys._getframe()
attempt(setattr, frame, "f_lineno", 3)
attempt(setattr, frame, "f_lineno", "x")
attempt(delattr, frame, "f_lineno")
attempt(setattr, frame, "f_trace_lines", 1)
attempt(delattr, frame, "f_trace_lines")


def generator():
    yield 1


suspended = generator()
next(suspended)
attempt(setattr, suspended.gi_frame, "f_lineno", 2)
attempt(types.TracebackType, None, 3, 4, 5)
