import sys

events = []


def outer():
    a = 1
    inner(a)
    return a


def inner(b):
    c = b + 1
    return c


def trace(frame, event, arg):
    if event == "return":
        print(frame.f_code.co_name, dict(frame.f_locals), frame.f_back.f_code.co_name)
    events.append((event, id(frame)))
    return trace


print(sys.gettrace(), sys.getprofile())
sys.settrace(trace)
print(sys.gettrace() is trace)
outer()
sys.settrace(None)
print(sys.gettrace())


def only_calls(frame, event, arg):
    print("global", event, frame.f_code.co_name)


sys.settrace(only_calls)
outer()
sys.settrace(None)


def no_lines(frame, event, arg):
    frame.f_trace_lines = False
    print(event, frame.f_code.co_name, frame.f_trace_lines, frame.f_trace_opcodes)
    return no_lines


sys.settrace(no_lines)
outer()
sys.settrace(None)


def fails(frame, event, arg):
    if event == "line":
        raise RuntimeError("from the trace function")
    return fails


sys.settrace(fails)
try:
    outer()
except RuntimeError as error:
    print("caught", error, sys.gettrace())


def stops(frame, event, arg):
    print("stops", event, frame.f_code.co_name)
    sys.settrace(None)
    return stops


sys.settrace(stops)
outer()


def replaced(frame, event, arg):
    print("replaced", event)
    return None


def replaces(frame, event, arg):
    print("replaces", event)
    frame.f_trace = replaced
    return replaced


sys.settrace(replaces)
inner(1)
sys.settrace(None)
kept = []


def keeps(frame, event, arg):
    kept.append(frame)


sys.settrace(keeps)
outer()
sys.settrace(None)
print([frame.f_code.co_name for frame in kept], kept[1].f_back is kept[0], kept[1].f_locals)
