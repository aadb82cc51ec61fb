import sys


def trace(frame, event, arg):
    code = frame.f_code
    if code.co_filename != __file__:
        return None
    shown = arg[0].__name__ if event == "exception" else arg
    print(event, code.co_name, frame.f_lineno - code.co_firstlineno, shown)
    return trace


def simple(a, b=2):
    c = a + b
    return c


def numbers(n):
    for i in range(n):
        yield i


class C:
    a = 1

    def method(self):
        return 4

    def again(self):
        return 5

    @property
    def value(self):
        return 3


def work():
    simple(1)
    simple(*[1], **{"b": 4})
    list(numbers(2))
    for x in numbers(1):
        y = x
    C().method()
    C().value
    z = sorted([2, 1], key=lambda v: -v)
    total = sum([1, 2])
    [k for k in z]
    return total


def throws():
    g = numbers(3)
    next(g)
    g.throw(KeyError("k"))


sys.settrace(trace)
work()
try:
    throws()
except KeyError as error:
    print(error)
sys.settrace(None)
work()
