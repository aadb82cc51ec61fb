"""The keywords of a partial: one dict, that can be changed."""
import copy, functools


def f(*args, **kwargs):
    return args, kwargs


p = functools.partial(f, 1)
print(p.keywords, p.keywords is p.keywords, p(2), p(2, a=3))
p.keywords["z"] = 26
print(p(), p(z=1), p.keywords, repr(p)[-9:])
q = functools.partial(p, 5)
print(q.keywords, q.keywords is not p.keywords, q(), q.args)
q.keywords.clear()
print(q(), p())
r = functools.partial(functools.partial(f, 1), 2, k=1)
print(r.func is f, r.args, r.keywords)
s = functools.partial(functools.partial(f, k=1), 2)
print(s.func is f, s.args, s.keywords, s(k=9, j=1))
plain = functools.partial(print, 1)
print(plain.__reduce__()[2][2], plain.__reduce__()[2][2] is plain.keywords)
print(copy.copy(plain).keywords, copy.deepcopy(functools.partial(f)).keywords)
plain.__setstate__((f, (3,), None, None))
print(plain(), plain.keywords)
plain.__setstate__((f, (3,), {"b": 1}, {}))
print(plain(), plain.keywords)
try:
    plain.keywords = {}
except AttributeError as error:
    print(error)
