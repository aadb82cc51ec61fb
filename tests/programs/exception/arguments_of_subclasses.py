# OSError subclasses with an __init__ or __new__ of their own; __init__ called again; texts of changed UnicodeErrors.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except TypeError as error:
        return f"TypeError: {error}"


def show(error):
    if isinstance(error, str):
        print(error)
        return
    print(type(error).__name__, error.args, error.errno, error.strerror, error.filename, vars(error), str(error))


class WithInit(OSError):
    def __init__(self, text, extra=None):
        self.extra = extra
        super().__init__(text)


class WithLongInit(OSError):
    def __init__(self, number, text, name):
        super().__init__(number, text, name)


class Silent(OSError):
    def __init__(self, *args, **kwargs):
        pass


class WithNew(OSError):
    def __new__(cls, text, extra=None):
        self = super().__new__(cls, text)
        self.extra = extra
        return self


class WithBoth(OSError):
    def __new__(cls, text, extra=None):
        self = super().__new__(cls, text)
        self.made = extra
        return self

    def __init__(self, text, extra=None):
        self.extra = extra


class Plain(FileNotFoundError):
    pass


show(WithInit("text", "more"))
show(WithInit("text", extra="more"))
show(WithLongInit(2, "gone", "a file"))
show(Silent(1, 2, 3, more=4))
show(WithNew("text", "more"))
show(WithNew("text", extra="more"))
show(WithBoth("text", extra="more"))
show(Plain(2, "gone", "a file"))
show(attempt(Plain, 2, "gone", name="a file"))
show(attempt(OSError, 2, name="a file"))
show(attempt(WithInit, "text", more=1))

error = ImportError("first", name="a name", path="a path")
error.__init__("second")
print(error.args, error.msg, error.name, error.path)
error.__init__("third", path="other")
print(error.args, error.msg, error.name, error.path)
error = AttributeError("first", name="a name", obj=3)
error.__init__("second")
print(error.args, error.name, error.obj)

errors = [
    UnicodeEncodeError("ascii", "hällo", 1, 2, "why"), UnicodeDecodeError("ascii", b"hallo", 1, 2, "why"),
    UnicodeTranslateError("hällo", 1, 2, "why"),
]
for error in errors:
    print(error)
    for start, end in (0, 1), (0, 1000), (4, 5), (7, 8), (-3, 2), (1, 1), (100, 3):
        error.start, error.end = start, end
        print("   ", error, error.start, error.end)
    error.start, error.end, error.reason = 1, 2, "because"
    print("   ", error)
    if hasattr(error, "encoding"):
        error.encoding = "other"
        print("   ", error)

group = ExceptionGroup("group", [ValueError(1), TypeError(2)])
for notes in 3, ["a", "b"], ("c",), {}:
    group.__notes__ = notes
    print([getattr(part, "__notes__", "none") for part in group.split(TypeError)])
