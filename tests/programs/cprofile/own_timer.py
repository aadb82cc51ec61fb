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


ticks = 0


def timer():
    global ticks
    ticks += 1
    return ticks


def leaf():
    pass


def work():
    leaf()
    leaf()


profile = cProfile.Profile(timer, 0.5)
profile.runcall(work)
for entry in sorted(profile.getstats(), key=lambda e: name(e.code)):
    print(name(entry.code), entry.callcount, entry.totaltime, entry.inlinetime)
ticks = 0
profile = cProfile.Profile(lambda: timer() * 0.25)
profile.runcall(work)
for entry in sorted(profile.getstats(), key=lambda e: name(e.code)):
    print(name(entry.code), entry.callcount, entry.totaltime, entry.inlinetime)
