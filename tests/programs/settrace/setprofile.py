import sys


def profile(frame, event, arg):
    shown = arg.__name__ if event.startswith("c_") else arg
    print(event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, shown)


def leaf(x):
    return len(x)


def numbers():
    yield 1
    yield 2


def fails():
    raise ValueError


def work():
    leaf("abc")
    [].append(3)
    list(numbers())
    try:
        fails()
    except ValueError:
        pass
    try:
        int("x")
        {}.pop("y")
    except (ValueError, KeyError):
        pass
    try:
        {}.pop("y")
    except KeyError:
        pass
    "a".join(["b"])
    return sorted([1], key=lambda v: v)


sys.setprofile(profile)
work()
sys.setprofile(None)
work()


def both(frame, event, arg):
    print("trace", event)
    return both


def profiles(frame, event, arg):
    if not event.startswith("c_"):
        print("profile", event)


sys.setprofile(profiles)
sys.settrace(both)
leaf("x")
sys.setprofile(None)
sys.settrace(None)


def fails_too(frame, event, arg):
    raise KeyError("profile")


try:
    sys.setprofile(fails_too)
    leaf("x")
except KeyError as error:
    print(error, sys.getprofile())
