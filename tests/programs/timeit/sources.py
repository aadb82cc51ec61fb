import timeit

for args in [("x +",), ("pass", "y +"), (3,), ("pass", 4), ("return",), ("pass", "break"), ("1\n2",), ("  x=1",),
             ("'''a\nb'''",), (lambda: 1,), ("pass", lambda: 2), ("for i in x:\n  pass", "x = []\ny = 1")]:
    try:
        print(timeit.Timer(*args).src)
    except Exception as error:
        print(type(error).__name__, error)
print(timeit.__all__, timeit.default_number, timeit.default_repeat)
print(timeit.reindent("a\nb\nc", 4))
