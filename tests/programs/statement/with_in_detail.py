# Context managers: order, suppression, what __exit__ sees, targets, several items, errors on the way.
class M:
    def __init__(self, name, suppress=False, fail=None):
        self.name, self.suppress, self.fail = name, suppress, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise KeyError(self.name)
        return self.name

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        if self.fail == "exit":
            raise IndexError(self.name)
        return self.suppress


def attempt(label, f):
    print("--", label)
    try:
        print("=", f())
    except BaseException as e:
        print("!", type(e).__name__, e, "context", repr(e.__context__))


def one():
    with M("a") as x, M("b") as y:
        return x + y


def suppressed():
    with M("a", True):
        with M("b"):
            raise ValueError("v")
        print("not reached")
    return "after"


def inner_suppresses():
    with M("a"), M("b", True), M("c"):
        1 / 0
    return "after"


def enter_fails():
    with M("a"), M("b", fail="enter"), M("c"):
        pass


def exit_fails():
    with M("a"), M("b", fail="exit"):
        raise ValueError("body")


def exit_fails_without_error():
    with M("a", True), M("b", fail="exit"):
        pass
    return "swallowed"


def leaves():
    out = []
    for i in range(4):
        with M(i):
            if i == 0:
                continue
            if i == 2:
                break
            out.append(i)
    else:
        out.append("else")
    return out


def returns():
    with M("r", True):
        return "value"
    return "never"


def finally_and_with():
    try:
        with M("x"):
            return "from with"
    finally:
        print("finally")


def targets():
    d, l = {}, [0, 0]
    with M("a") as d["k"], M("bc") as (p, q), M("d") as l[1]:
        pass
    return d, p, q, l


def target_fails():
    with M("abc") as (p, q):
        print("never")


def parenthesised():
    with (
        M("a") as x,
        M("b"),
        M("c") as z,
    ):
        return x, z


def tuple_of_managers():
    with (M("a"), M("b")):
        return 1


def not_a_manager():
    with 5:
        pass


class NoExit:
    def __enter__(self):
        print("entered")


class NoEnter:
    def __exit__(self, *a):
        pass


class OnInstance:
    pass


def instance_methods():
    m = OnInstance()
    m.__enter__ = lambda: 1
    m.__exit__ = lambda *a: None
    with m:
        pass


def no_exit():
    with NoExit():
        pass


def no_enter():
    with NoEnter():
        pass


def generator():
    with M("g"):
        yield 1
        yield 2


def abandoned():
    g = generator()
    next(g)
    g.close()
    return "closed"


def thrown():
    g = generator()
    next(g)
    g.throw(KeyError("t"))


class Truthy:
    def __bool__(self):
        print("bool asked")
        return True


class Odd:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        return Truthy()


def odd():
    with Odd() as o:
        raise ValueError
    return "odd"


def odd_no_error():
    with Odd():
        pass
    return "not asked"


class Static:
    @staticmethod
    def __enter__():
        return "static"

    @classmethod
    def __exit__(cls, *a):
        return len(a) == 3


def static():
    with Static() as s:
        raise ValueError
    return s


def reraises():
    class R:
        def __enter__(self):
            pass

        def __exit__(self, k, v, t):
            raise v

    with R():
        raise ValueError("same")


def deep():
    with M(1):
        try:
            with M(2):
                raise KeyError("k")
        except KeyError as e:
            with M(3):
                raise ValueError("v") from e


def loop_exit_value():
    for x in [1, 2, 3]:
        with M(x):
            pass
        if x == 2:
            return x


for f in (one, suppressed, inner_suppresses, enter_fails, exit_fails, exit_fails_without_error, leaves, returns, finally_and_with, targets, target_fails, parenthesised, tuple_of_managers, not_a_manager, no_exit, no_enter, instance_methods, abandoned, thrown, odd, odd_no_error, static, reraises, deep, loop_exit_value):
    attempt(f.__name__, f)
