from functools import partial, partialmethod
import functools


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


def f(*args, **kwargs):
    return args, kwargs


p = partial(f, 1, 2, a=3)
print(p(), p(4), p(5, b=6), p(a=7), p(a=8, b=9))
print(p.func is f, p.args, p.keywords)
q = partial(p, 10, c=11)
print(q.func is f, q.args, q.keywords, q(12, d=13))
print(repr(partial(print, "x", end="!")))
print(partial(int, base=2)("1011"))


class P(partial):
    pass


print(repr(P(len, "abc")), P(len, "abc")())
p.note = "attribute"
print(p.note, p.__dict__)
r = partial(p, 1)
print(r.func is p, r())
show(lambda: partial())
show(lambda: partial(1))
show(lambda: setattr(partial(f), "func", 1))
show(lambda: partial(f).missing)
recursive = partial(f)
recursive.__setstate__((f, (recursive,), {}, None))
print(repr(recursive).startswith("functools.partial(<function f at"), repr(recursive).endswith(", ...)"))
show(lambda: recursive.__setstate__((1, 2)))
print(partial(len, 1).__reduce__()[1:])
print(partial[int])
p = partial(f)
p.keywords["z"] = 1
print(p())
p.keywords[5] = 1
show(p)


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, *more, **kw):
        self.alive = state
        return more, kw

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False, 1, k=2)


c = Cell()
print(c.set_alive(), c.alive, c.set_dead(3, j=4), c.alive)
print(sorted([3, -1, 2], key=partial(pow, exp=2)))
print(list(map(partial(max, 3), [1, 5, 2])))
