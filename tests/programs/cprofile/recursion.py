import cProfile


def name(code):
    return code if isinstance(code, str) else code.co_name


def show(profile):
    for entry in sorted(profile.getstats(), key=lambda entry: (name(entry.code), getattr(entry.code, "co_firstlineno", 0))):
        if "disable" in name(entry.code):
            continue
        calls = sorted((name(c.code), c.callcount, c.reccallcount) for c in entry.calls or ())
        print(name(entry.code), entry.callcount, entry.reccallcount, calls)
        assert entry.totaltime >= entry.inlinetime >= 0 or entry.reccallcount


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


profile = cProfile.Profile()
profile.enable()
fib(10)
even(7)
profile.disable()
show(profile)
