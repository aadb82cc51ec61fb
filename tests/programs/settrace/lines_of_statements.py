import sys


def trace(frame, event, arg):
    if event == "line":
        lines.append(frame.f_lineno - frame.f_code.co_firstlineno)
    return trace


def loops(n):
    total = 0
    for i in range(n):
        total += i
    while total > 0:
        total -= 2
    else:
        total = 5
    return total


def conditions(a):
    if a > 1:
        b = 1
    elif a > 0:
        b = 2
    else:
        b = 3
    return b


def handlers(a):
    with Manager():
        x = 1
    for i in [1, 2]:
        try:
            if i == 1:
                raise KeyError
            x = 2
        except KeyError:
            x = 3
        finally:
            x = 4
    return x


class Manager:
    def __enter__(self):
        pass

    def __exit__(self, *exc):
        pass


def calls():
    x = len(
        str(
            5
        )
    )
    y = [
        a
        for a in range(2)
    ]
    return x


for function, args in [(loops, (3,)), (conditions, (2,)), (conditions, (1,)), (conditions, (0,))]:
    lines = []
    sys.settrace(trace)
    function(*args)
    sys.settrace(None)
    print(function.__name__, args, lines)
