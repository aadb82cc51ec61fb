import sys, traceback
def f(x):
    y = [x]
    z = x + 1
    return g(y, z)
def g(items, count):
    text = "t"
    raise ValueError(text)
try:
    f(5)
except ValueError as e:
    tb = e.__traceback__
    frames = []
    while tb:
        frames.append(tb.tb_frame)
        tb = tb.tb_next
for frame in frames[1:]:
    print(frame.f_code.co_name, frame.f_lineno, dict(frame.f_locals))
print(frames[0].f_locals is not None and frames[0].f_globals is globals(), frames[1].f_back is frames[0])
try:
    f(7)
except ValueError as e:
    text = traceback.TracebackException.from_exception(e, capture_locals=True)
    print("".join(text.stack[1:].format() if False else traceback.StackSummary.from_list(text.stack[1:]).format()))
def catches(a):
    b = a + 1
    try:
        g([b], 0)
    except ValueError as e:
        frame = e.__traceback__.tb_frame
        print(sorted(frame.f_locals), frame.f_locals["b"], frame.f_code is sys._getframe().f_code)
        return e
e = catches(3)
print(e.__traceback__.tb_next.tb_frame.f_locals)
def gen(n):
    for i in range(n):
        yield i
    raise KeyError(n)
try:
    list(gen(2))
except KeyError as e:
    print(e.__traceback__.tb_next.tb_frame.f_locals, e.__traceback__.tb_next.tb_frame.f_code.co_name)
def closure():
    cell = 1
    def inner():
        own = cell + 1
        return own / 0
    return inner()
try:
    closure()
except ZeroDivisionError as e:
    last = e.__traceback__.tb_next.tb_next
    print(last.tb_frame.f_locals, sorted(e.__traceback__.tb_next.tb_frame.f_locals))
    frame = last.tb_frame
frame.clear()
print(frame.f_locals)
def running():
    try:
        sys._getframe().clear()
    except RuntimeError as error:
        print(error)
running()
class K:
    def method(self, v):
        return v.missing
try:
    K().method(4)
except AttributeError as e:
    print(sorted(e.__traceback__.tb_next.tb_frame.f_locals))
