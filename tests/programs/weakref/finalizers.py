import weakref


class C:
    def __init__(self, name): self.name = name


def act(*args, **kwargs):
    print("finalized", args, kwargs)
    return "result"


c = C("d")
f = weakref.finalize(c, act, 1, 2, key=3)
print(f.alive, f.atexit, f.peek()[1:] == (act, (1, 2), {"key": 3}), repr(f).startswith("<finalize object at 0x"), "for 'C' at" in repr(f))
del c
print(f.alive, f.peek(), f(), f.detach(), repr(f).endswith("dead>"), f.atexit)
c = C("e")
f = weakref.finalize(c, act, "called by hand")
print(f(), f(), f.alive)
del c
c = C("f")
f = weakref.finalize(c, act)
print(f.detach()[1:] == (act, (), {}), f.alive, f.detach())
f.atexit = True
del c
try:
    weakref.finalize(1, act)
except TypeError as e:
    print(e)
