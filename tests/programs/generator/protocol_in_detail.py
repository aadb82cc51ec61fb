# send, throw, close, return values, exceptions inside and outside, delegation to odd objects.
def attempt(label, f):
    try:
        print(label, "->", f())
    except BaseException as e:
        print(label, "->", type(e).__name__, e, "| cause", repr(e.__cause__), "| context", repr(e.__context__))


def echo():
    received = yield "ready"
    while True:
        try:
            received = yield received
        except ValueError as e:
            received = f"caught {e}"
        except GeneratorExit:
            print("closing")
            return "closed value"


g = echo()
attempt("send to new", lambda: g.send(1))
print(g.send(None), g.send(1), g.throw(ValueError("v")), g.send(2))
attempt("throw other", lambda: g.throw(KeyError("k")))
attempt("after", lambda: next(g))
g = echo()
next(g)
print(g.close())
print(g.close(), echo().close())


def stops():
    yield 1
    raise StopIteration("inside")


attempt("StopIteration inside", lambda: list(stops()))


def inner_stop():
    yield next(iter([]))


attempt("next of empty", lambda: list(inner_stop()))


def returns():
    yield 1
    return "value"


attempt("return value", lambda: [next(r) for r in [returns()] * 2])
r = returns()
next(r)
try:
    next(r)
except StopIteration as e:
    print(e.value, e.args)
attempt("exhausted", lambda: next(r))


def delegates():
    result = yield from returns()
    print("result", result)
    try:
        yield from [10, 20]
    finally:
        print("finally")
    return (yield from "ab")


print(list(delegates()))
d = delegates()
next(d), next(d)
attempt("send into list iterator", lambda: d.send(5))
d = delegates()
next(d), next(d)
attempt("throw into list iterator", lambda: d.throw(KeyError("x")))
d = delegates()
next(d), next(d)
d.close()


class Custom:
    def __init__(self):
        self.log = []

    def __iter__(self):
        return self

    def __next__(self):
        self.log.append("next")
        return len(self.log)

    def send(self, v):
        self.log.append(("send", v))
        if v == "stop":
            raise StopIteration("sent")
        return v

    def throw(self, *a):
        self.log.append(("throw", len(a), a[0] if isinstance(a[0], type) else type(a[0])))
        return "thrown"

    def close(self):
        self.log.append("close")


def over(c):
    v = yield from c
    yield f"got {v}"


c = Custom()
o = over(c)
print(next(o), o.send(7), o.throw(ValueError("z")), o.throw(KeyError), o.send("stop"))
o = over(c)
next(o)
o.close()
print(c.log)
attempt("yield from int", lambda: list(over(5)))
attempt("throw class", lambda: echo().throw(KeyError))
attempt("throw class and value", lambda: echo().throw(KeyError("a")))
attempt("throw nonsense", lambda: echo().throw(5))
attempt("throw string", lambda: echo().throw("x"))


def context():
    try:
        yield 1
    except KeyError:
        raise IndexError("new")


k = context()
next(k)
attempt("context", lambda: k.throw(KeyError("first")))


def handled():
    try:
        1 / 0
    except ZeroDivisionError:
        yield "in handler"
        raise


h = handled()
print(next(h))
attempt("reraise", lambda: next(h))


def outer():
    try:
        raise LookupError("outer")
    except LookupError:
        yield from handled()


o = outer()
next(o)
attempt("nested contexts", lambda: next(o))


def state():
    import sys

    yield sys.exception()
    try:
        raise ValueError("s")
    except ValueError:
        yield repr(sys.exception())
    yield sys.exception()


try:
    raise KeyError("around")
except KeyError:
    st = state()
    print(repr(next(st)), next(st), repr(next(st)))
st = state()
print(next(st))
try:
    raise KeyError("later")
except KeyError:
    print(next(st), repr(next(st)))
print(st.gi_running, st.gi_yieldfrom, st.gi_frame is not None, st.gi_code.co_name, st.__name__, st.__qualname__)
st.__name__ = "renamed"
print(repr(st).split(" at ")[0])


def running():
    yield me.gi_running
    yield me.gi_running


me = running()
print(list(me), me.gi_running, me.gi_frame)


def exits():
    try:
        yield
    finally:
        yield "ignored"


e = exits()
next(e)
attempt("yield in finally on close", lambda: e.close())


def raises_on_close():
    try:
        yield
    except GeneratorExit:
        raise KeyError("on close")


e = raises_on_close()
next(e)
attempt("raise on close", lambda: e.close())


def infinite():
    n = 0
    while True:
        n += 1
        yield n


from_expr = (x * y for x in infinite() if x % 2 for y in range(x))
print([next(from_expr) for _ in range(8)])
lazy = (print("evaluated") or x for x in [1, 2])
print("made")
print(list(lazy))
attempt("outermost evaluated at once", lambda: (x for x in undefined))
deferred = (undefined for x in [1])
attempt("rest later", lambda: next(deferred))


def lambda_gen():
    f = lambda: (yield)
    g = f()
    next(g)
    try:
        g.send("sent")
    except StopIteration as e:
        return e.value


print(lambda_gen())


def many(n):
    for i in range(n):
        if i % 3 == 0:
            yield i
        elif i % 3 == 1:
            yield from (i, -i)
        else:
            continue
    else:
        yield "else"


print(list(many(8)), sum(x for x in many(6) if isinstance(x, int)))
a, *b = many(5)
print(a, b, {*many(3)} == {0, 1, -1, "else"}, (*many(2),))


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(4)))
