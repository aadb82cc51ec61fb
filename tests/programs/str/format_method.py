class Point:
    def __init__(self):
        self.x = 1
        self.items = [10, 20, {"k": "v"}]

    def __format__(self, spec):
        return f"<{spec}>"


p = Point()
print("{} {}".format(1, 2), "{1} {0} {1}".format("a", "b"), "{a} {b}".format(a=1, b=2), "{{}} {{{0}}}".format(5), "{0.x} {0.items[1]} {0.items[2][k]}".format(p), "{:>5}|{:<5}|{:^5}".format(1, "a", "b"))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{:{}}".format("a", 5), "{:{w}.{p}f}".format(3.14159, w=10, p=2), "{0:{1}{2}}".format(5, ">", 4), "{}".format(p), "{:spec}".format(p), "{!r:>10}".format("x"), "{0[a]} {0[0]}".format({"a": 1, 0: 2}), "{:,} {:x} {:%}".format(1234567, 255, 0.5))
print("{a[x y]}".format(a={"x y": 1}), "{[0]}{[1]}".format("ab", "cd"), "{.real}".format(5), "{a}".format_map({"a": 3}), "".format(), "{:}".format("q"), "{0!s:}".format(4))


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{a} {b}".format_map(Default(a=1)))
calls = ["'{}'.format()", "'{0} {}'.format(1, 2)", "'{} {0}'.format(1, 2)", "'{a}'.format()", "'{'.format()", "'}'.format()", "'{0'.format(1)", "'{0!}'.format(1)", "'{0!x}'.format(1)", "'{0!r'.format(1)", "'{0!rr}'.format(1)", "'{:{:{}}}'.format(1, 2, 3)", "'{0.foo}'.format(1)", "'{0[a]}'.format(1)", "'{0[}'.format(1)", "'{0[]}'.format([1])", "'{0.}'.format(1)", "'{0[0]x}'.format([1])", "'{a{}}'.format(1)", "'{:d}'.format('a')", "'{:5}'.format(None)", "'{:5}'.format([1])", "'{5}'.format(1)", "'{}'.format_map({})", "'{a}'.format_map({})", "'{a}'.format_map(5)", "'{999999999999999999999}'.format(1)", "str.format()", "str.format(5)"]
for call in calls:
    try:
        print(call, "=", eval(call))
    except (ValueError, IndexError, KeyError, AttributeError, TypeError) as error:
        print(call, type(error).__name__, error)
