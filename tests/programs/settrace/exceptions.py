import sys


def trace(frame, event, arg):
    if event != "line":
        code = frame.f_code
        shown = (arg[0].__name__, str(arg[1]), arg[2] is not None) if event == "exception" else arg
        print(event, code.co_name, frame.f_lineno - code.co_firstlineno, shown)
    return trace


def raises():
    raise ValueError("x")


def handles():
    try:
        raises()
    except ValueError:
        x = 1
    return x


def passes():
    x = 1
    raises()


def cleans():
    try:
        raises()
    finally:
        x = 1


def reraises():
    try:
        raises()
    except ValueError as error:
        raise KeyError("y") from error


def generates():
    try:
        yield 1
    except ValueError:
        yield 2
    finally:
        x = 1


def natives():
    try:
        int("z")
    except ValueError:
        pass
    try:
        {}["k"]
    except KeyError:
        pass
    try:
        missing
    except NameError:
        pass
    return 7


def generators():
    g = generates()
    next(g)
    g.throw(ValueError("thrown"))
    g.close()
    half = generates()
    next(half)
    try:
        half.throw(TypeError("other"))
    except TypeError:
        pass
    return 8


class Manager:
    def __enter__(self):
        return 1

    def __exit__(self, *exc):
        return True


def managed():
    with Manager():
        raises()
    return 5


sys.settrace(trace)
handles()
natives()
generators()
managed()
for function in passes, cleans, reraises:
    try:
        function()
    except (ValueError, KeyError) as error:
        print("caught", error)
sys.settrace(None)
