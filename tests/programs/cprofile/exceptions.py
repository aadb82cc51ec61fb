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


def fails(n):
    if n == 0:
        raise KeyError(n)
    fails(n - 1)


def catches():
    try:
        fails(3)
    except KeyError:
        return "caught"


def cleans():
    try:
        fails(1)
    finally:
        len("x")


def work():
    catches()
    try:
        cleans()
    except KeyError:
        pass
    try:
        int("x")
    except ValueError:
        pass
    try:
        [].pop()
    except IndexError:
        pass
    return catches()


profile = cProfile.Profile()
print(profile.runcall(work))
show(profile)
try:
    profile.runcall(fails, 2)
except KeyError as error:
    print("raised", error)
show(profile)
