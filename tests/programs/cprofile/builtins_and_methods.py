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


class Words(list):
    pass


def work():
    items = []
    items.append(3)
    len(items)
    "a,b".split(",")
    ",".join(["a", "b"])
    dict.fromkeys("ab")
    {"a": 1}.get("a")
    isinstance(3, int)
    sorted([3, 1, 2], key=lambda x: -x)
    max([1, 2], key=abs)
    list(map(str, [1, 2]))
    Words().append(1)
    print("x", end="\n")
    append = items.append
    append(4)
    int("3")
    abs(*[-3])
    sorted([2, 1], **{"reverse": True})
    str.upper("a")


profile = cProfile.Profile()
profile.runcall(work)
show(profile)
