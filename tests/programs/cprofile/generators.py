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


def numbers(n):
    for i in range(n):
        yield i


def outer(n):
    result = yield from numbers(n)
    return result


def sends():
    got = None
    while got != "stop":
        got = yield got


def work():
    list(numbers(3))
    for _ in outer(2):
        pass
    generator = sends()
    next(generator)
    generator.send("a")
    try:
        generator.throw(ValueError)
    except ValueError:
        pass
    half = numbers(5)
    next(half)
    half.close()
    return sum(i for i in numbers(4))


profile = cProfile.Profile()
print(profile.runcall(work))
show(profile)
