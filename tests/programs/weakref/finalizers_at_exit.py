import sys
import weakref


class C:
    pass


def say(*args):
    print(*args)


def fail():
    raise ValueError("at exit")


keep = [C() for _ in range(5)]
for i, c in enumerate(keep):
    weakref.finalize(c, say, "finalizer", i)
quiet = weakref.finalize(keep[0], say, "not called")
quiet.atexit = False
sys.excepthook = lambda kind, value, traceback: print("hook:", kind.__name__, value)
weakref.finalize(keep[1], fail)


def another():
    print("makes another")
    weakref.finalize(keep[2], say, "made late")


weakref.finalize(keep[3], another)
print("end of the program")
