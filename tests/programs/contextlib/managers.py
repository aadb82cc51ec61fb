import contextlib
from contextlib import ContextDecorator, ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress
import sys


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


@contextmanager
def tag(name):
    print("<", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("handled", error)
    finally:
        print(">", name)


with tag("a") as value:
    print("inside", value)
with tag("b"):
    raise ValueError("v")


def other():
    with tag("c"):
        raise KeyError("k")


show(other)


@tag("decorator")
def decorated(x):
    return x + 1


print(decorated(1), decorated(2))


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


def use(manager):
    with manager:
        pass


show(lambda: use(never()))
show(lambda: use(twice()))
with suppress(ZeroDivisionError, KeyError):
    1 / 0
print("suppressed")
with nullcontext(5) as five:
    print(five)


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as thing:
    print(type(thing).__name__)


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__)
        return self.swallow


with ExitStack() as stack:
    names = [stack.enter_context(Manager(n)) for n in "xyz"]
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda *exc: print("pushed", exc[0]))
    print(names)
with ExitStack() as stack:
    stack.enter_context(Manager("outer", swallow=True))
    stack.enter_context(Manager("inner"))
    raise RuntimeError("r")
with ExitStack() as stack:
    stack.callback(print, "moved")
    kept = stack.pop_all()
print("not yet")
kept.close()


class Both(ContextDecorator):
    def __enter__(self):
        print("in")

    def __exit__(self, *exc):
        print("out")


@Both()
def wrapped():
    return "result"


print(wrapped())
with contextlib.redirect_stderr(sys.stdout):
    print("to stderr", file=sys.stderr)


class Protocol(contextlib.AbstractContextManager):
    def __exit__(self, *exc):
        return True


with Protocol() as p:
    raise ValueError
print(issubclass(Manager, contextlib.AbstractContextManager))


def stop():
    @contextmanager
    def m():
        yield

    with m():
        raise StopIteration("s")


show(stop)
