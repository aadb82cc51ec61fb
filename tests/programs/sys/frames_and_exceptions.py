import sys


def attempt(source):
    try:
        print(source, "->", eval(source))
    except Exception as e:
        print(source, "->", type(e).__name__, e)


def f(x):
    local = x * 2
    return g()


def g():
    frame = sys._getframe()
    caller = sys._getframe(1)
    print(frame.f_code.co_name, caller.f_code.co_name, sys._getframe(2).f_code.co_name)
    print(sys._getframe().f_lineno, caller.f_lineno, caller.f_locals, frame.f_back.f_code.co_name, frame.f_globals is globals())
    return sys._getframemodulename(), sys._getframemodulename(1)


print(f(4))
for source in ["sys._getframe(100)", "sys._getframe('a')", "sys._getframemodulename(100)", "sys._getframe(-5).f_lineno > 0",
               "[f.f_code.co_name for f in sys._current_frames().values()]", "list(sys._current_exceptions().values())",
               "sys.call_tracing(len, ('abc',))", "sys.call_tracing(len, 'abc')", "sys.exc_info()", "sys.exception()"]:
    attempt(source)
try:
    raise KeyError("k")
except KeyError as e:
    print(sys.exc_info()[:2] == (KeyError, e), sys.exc_info()[2] is e.__traceback__, sys.exception() is e)
    try:
        1 / 0
    except ZeroDivisionError as inner:
        print(sys.exception() is inner, list(sys._current_exceptions().values()) == [inner])
    print(sys.exception() is e)
print(sys.exc_info())
