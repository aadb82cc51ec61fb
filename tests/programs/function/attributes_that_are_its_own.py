"""Attributes of functions that no entry of their dict hides, and dicts that cannot be deleted."""
import functools
def w(): pass
functools.update_wrapper(w, type)
print(w.__name__, w.__annotations__, w.__module__, w.__qualname__)
print(getattr(type,'__name__'), type.__qualname__, type.__dict__.keys() >= {'__name__'}, type.__doc__[:10], type.__module__)
p=functools.partial(w)
try: del p.__dict__
except TypeError as e: print(e)
class P(functools.partial): pass
try: del P(w).__dict__
except TypeError as e: print(e)
def f(): pass
try: del f.__dict__
except TypeError as e: print(e)
try: f.__dict__=3
except TypeError as e: print(e)
f.__dict__["__name__"] = "hidden"
f.__dict__["other"] = 1
print(f.__name__, f.other, f.__dict__)
error = ValueError()
error.note = 1
for value in {"a": 2}, 3:
    try:
        error.__dict__ = value
        print(error.a)
    except TypeError as e:
        print(e)
try:
    del error.__dict__
except TypeError as e:
    print(e)
class Plain: pass
plain = Plain()
plain.x = 1
del plain.__dict__
print(plain.__dict__)
