import sys


class Unlucky:
    def __del__(self):
        raise ValueError("in finaliser")


def hook(unraisable):
    print(type(unraisable).__name__, unraisable.exc_type.__name__, unraisable.exc_value, unraisable.err_msg,
          getattr(unraisable.object, "__qualname__", None), unraisable.exc_traceback is not None, len(unraisable))


sys.unraisablehook = hook
x = Unlucky()
del x
sys.unraisablehook = sys.__unraisablehook__
try:
    sys.unraisablehook(1)
except TypeError as e:
    print(e)


def attempt(source):
    try:
        print(source, "->", eval(source))
    except Exception as e:
        print(source, "->", type(e).__name__, e)


for source in ["sys.audit()", "sys.audit('event', 1)", "sys.audit(1)", "sys.get_asyncgen_hooks()", "sys.set_asyncgen_hooks(1)"]:
    attempt(source)
events = []
sys.addaudithook(lambda event, args: events.append((event, args)) if event.startswith("my.") else None)
sys.audit("my.event", 1, "two", None)
sys.audit("my.other")
print(events)


class Refused(Exception):
    pass


def refuse(event, args):
    if event == "my.refused":
        raise Refused(args)


sys.addaudithook(refuse)
attempt("sys.audit('my.refused', 3)")
sys.audit("my.fine")
print(len(events))

out = []
sys.displayhook = lambda value: out.append(value)
sys.displayhook(5)
sys.displayhook = sys.__displayhook__
sys.displayhook("shown")
sys.displayhook(None)
import builtins
print(out, builtins._)
