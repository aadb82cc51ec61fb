import sys
# nested, exceptions, early ends, lists changed while extended
def g(n):
    for i in range(n):
        yield i
print(sum(g(10)), sum(sum(g(i)) for i in g(10)), any(x > 5 for x in g(10)), all(x < 5 for x in g(10)))
def bad():
    yield 1
    raise KeyError('k')
try:
    sum(bad())
except KeyError as e:
    print(repr(e), e.__traceback__.tb_next.tb_lineno)
xs = [1]
def grow():
    for i in range(5):
        xs.append(-i)
        yield i
xs.extend(grow())
print(xs)
def mixed():
    yield 1
    yield 2.5
    yield 10**30
    yield True
print(sum(mixed()))
def val():
    got = yield 1
    print('got', got)
    got = yield 2
    print('got', got)
    return 5
print(list(val()), sum(val()))
def deleg():
    r = yield from val()
    print('r', r)
    yield 7
    yield from [8, 9]
print(list(deleg()), tuple(deleg()), sum(deleg()))
it = g(5)
print(next(it), list(it), list(it))
def selfish():
    yield 1
    yield from me
me = selfish()
try:
    print(list(me))
except ValueError as e:
    print(e)
class N:
    def __radd__(self, o):
        print('state', gi.gi_running, gi.gi_frame is not None)
        return o
def ns():
    yield 1
    yield N()
    yield 3
gi = ns()
print(sum(gi))
def deep(n):
    if n == 0:
        yield 0
    else:
        yield sum(deep(n - 1)) + 1
print(sum(deep(50)))
try:
    print(sum(deep(5000)))
except RecursionError as e:
    print('RecursionError')
try:
    raise ValueError(1)
except ValueError:
    def h():
        yield 1
        try:
            raise KeyError(2)
        except KeyError as e:
            yield len(str(e.__context__))
        yield 4 if sys.exception() else 5
    print(list(h()), sys.exception())
def fin(log):
    try:
        yield 1
        yield 2
    finally:
        log.append('end')
log = []
print(any(fin(log)), log, all(fin(log)), log)
import gc, weakref
class C: pass
def holder():
    c = C()
    yield 1
    yield 2
other = (x for x in [None, 100, 200])
next(other)
c = C()
def last():
    global c
    w.append(weakref.ref(c, other.send))
    yield 1
    yield 2
    c = None
    yield 3
w = []
print(sum(last()), list(other))
