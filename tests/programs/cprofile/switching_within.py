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


profile = cProfile.Profile()


def begin():
    profile.enable()


def end():
    profile.disable()


def leaf():
    pass


def nested_end():
    leaf()
    end()
    leaf()


leaf()
begin()
leaf()
leaf()
nested_end()
leaf()
show(profile)


def inside():
    leaf()
    profile.enable()
    leaf()
    leaf()
    profile.disable()
    leaf()


inside()
show(profile)
profile.clear()
show(profile)
with cProfile.Profile() as other:
    leaf()
    for i in range(3):
        leaf()
for entry in sorted(other.getstats(), key=lambda e: name(e.code)):
    print(name(entry.code), entry.callcount)


def in_loop():
    for i in range(6):
        if i == 2:
            profile.enable()
        if i == 5:
            profile.disable()
        leaf()


in_loop()
show(profile)
