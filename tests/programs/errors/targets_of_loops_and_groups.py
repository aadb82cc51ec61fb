# Where errors of unpacking in `for` and of the class of `except*` are shown.
import sys
import traceback
def f1():
    for a, b in [1]: pass
def f2():
    for a, b in [(1,)]: pass
def f3(x):
    for a, b in x: pass
def f4(x):
    for i, (a, b) in enumerate(x): pass
def f5(x):
    for k, v in x.items(): pass
def f6(x):
    [a for a, b in x]
def f7(x):
    for a, *b in x: pass
def f8(x):
    for a, b, c in zip(x, x): pass
def f9(x):
    for (a,
         b) in x: pass
def f10(x):
    for a, b.c in x: pass
def f11(x):
    return {a: b for a, b in x if a}
def f12(x):
    return sum(a for a, b in x)
for f, args in [(f1,()),(f2,()),(f3,([1],)),(f3,((1,),)),(f3,(['abc'],)),(f3,(['a'],)),(f3,([(1,2,3)],)),(f3,({1:2},)),(f3,(iter([5]),)),(f4,([1],)),(f4,(['abc'],)),(f5,({1:2},)),(f6,([1],)),(f6,([(1,)],)),(f7,([()],)),(f7,([1],)),(f8,([1],)),(f9,([1],)),(f10,([1],)),(f10,([(1,2)],)),(f11,([(1,2,3)],)),(f11,([1],)),(f12,([1],)),(f12,([(1,2,3)],)),(f3,([[1,2,3]],)),(f3,([[]],)),(f3,([{1}],))]:
    try: f(*args); print(f.__name__, args, 'ok')
    except Exception: traceback.print_exc(file=sys.stdout)
for a, b in [(1,2),(3,4)]: pass
class N:
    x_attr = 1
for src in ["for a, b in [1]: pass", "for a, b in [(1,)]: pass","for a, b in x: pass","for a, b in x.items(): pass", "[a for a, b in x]","try: 1/0\nexcept* 5: pass","try:\n 1/0\nexcept* (ValueError,\n  5):\n pass", "try:\n 1/0\nexcept* 5 as e:\n  x = 1\n  y = 2\n","try: 1/0\nexcept* ExceptionGroup: pass","try: 1/0\nexcept 5: pass","try: 1/0\nexcept (ValueError,\n 5): pass"]:
    import linecache
    linecache.cache['<q>'] = (1, None, src.splitlines(True), '<q>')
    try: exec(compile(src, '<q>', 'exec'), {'x': {1:2, 3:4}})
    except BaseException: traceback.print_exc(file=sys.stdout)
