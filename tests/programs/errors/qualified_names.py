class Outer:
    class Inner(Exception):
        pass


def make():
    class Local(Exception):
        __module__ = "some.module"

    return Local


class NoModule(Exception):
    __module__ = 3


try:
    raise Outer.Inner("a")
except Exception:
    try:
        raise make()("b")
    except Exception:
        raise NoModule("c")
