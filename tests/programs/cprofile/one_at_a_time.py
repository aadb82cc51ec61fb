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


def leaf():
    pass


first = cProfile.Profile()
second = cProfile.Profile()
first.enable()
try:
    second.enable()
except ValueError as error:
    print("ValueError:", error)
try:
    first.enable()
except ValueError as error:
    print("ValueError:", error)
first.disable()
second.enable()
leaf()
second.disable()
second.disable()
show(second)
for arguments in ({"subcalls": False}, {"builtins": False}, {"subcalls": False, "builtins": False}):
    profile = cProfile.Profile()
    profile.enable(**arguments)
    leaf()
    len("abc")
    sorted([1], key=lambda x: x)
    profile.disable()
    print(arguments)
    show(profile)
profile = cProfile.Profile(builtins=False)
profile.runcall(len, "abc")
show(profile)
print(isinstance(profile.getstats(), list), cProfile.__all__)
