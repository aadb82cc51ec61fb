# send, throw, close, attributes and states of generators.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def echo():
    """Echoes."""
    received = None
    while True:
        try:
            received = yield received
        except ValueError as error:
            received = f"caught {error}"
        except GeneratorExit:
            print("closing")
            raise


g = echo()
print(g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.__name__, g.__qualname__, g.gi_code.co_name, attempt(g.send, 1), next(g), g.gi_suspended, g.send("a"), g.throw(ValueError("v")), g.throw(ValueError), g.throw(ValueError, "w"))
print(g.close(), g.close(), attempt(next, g), attempt(g.send, 1), attempt(g.throw, KeyError("k")), g.gi_frame, g.gi_suspended)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def finishing():
    try:
        yield 1
    finally:
        print("cleanup")
    return "never"


def returning():
    yield 1
    return "value"


def raising():
    yield 1
    raise StopIteration("inside")


s = stubborn()
next(s)
print(attempt(s.close))
f = finishing()
next(f)
del f
r = returning()
print(next(r))
try:
    next(r)
except StopIteration as stop:
    print(stop.value, stop.args, attempt(next, r))
b = raising()
next(b)
try:
    next(b)
except RuntimeError as error:
    print(error, repr(error.__cause__))


def delegating():
    result = yield from returning()
    yield result


d = delegating()
print(next(d), d.gi_yieldfrom.__name__, list(d), d.gi_yieldfrom)


def busy():
    yield attempt(next, me)


me = busy()
print(next(me))
print(attempt(g.throw), attempt(echo().throw, 5), attempt(echo().throw, ValueError, "x", 5), attempt(echo().throw, ValueError("a"), "b"), attempt(setattr, g, "__name__", 5), attempt(type(g)))
g.__name__ = "renamed"
print(g.__name__, repr(g).split(" at ")[0], type(g).__name__, hasattr(g, "__del__"))
