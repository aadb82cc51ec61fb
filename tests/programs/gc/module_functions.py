# runs: plain leaks; figures depend on when collections run
import gc
import sys


def attempt(source):
    try:
        print(source, "->", eval(source))
    except Exception as e:
        print(source, "->", type(e).__name__, e)


class A:
    pass


for source in [
    "gc.collect(3)", "gc.collect(-1)", "gc.collect('a')", "gc.collect(generation=1) >= 0", "gc.set_threshold()",
    "gc.set_threshold(1, 2, 3, 4)", "gc.get_threshold()", "gc.set_threshold(700)", "gc.get_threshold()",
    "gc.set_threshold(700, 5)", "gc.get_threshold()", "gc.set_threshold(0)", "gc.get_threshold()", "gc.set_threshold('a')",
    "gc.set_threshold(2000, 10, 10)", "gc.get_debug()", "gc.set_debug(gc.DEBUG_SAVEALL)", "gc.get_debug()", "gc.set_debug(0)",
    "gc.set_debug('x')", "gc.isenabled()", "gc.disable()", "gc.isenabled()", "gc.enable()", "gc.isenabled()",
    "gc.get_objects(generation=5)", "gc.get_objects('x')", "type(gc.get_objects())", "gc.get_freeze_count()", "gc.freeze()",
    "gc.get_freeze_count() > 100", "gc.unfreeze()", "gc.get_freeze_count()", "gc.garbage", "gc.callbacks",
    "gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK",
    "list(gc.get_stats()[0])", "len(gc.get_stats()), len(gc.get_count())",
    "[n for n in dir(gc) if n[0] != '_']",
]:
    attempt(source)

things = [
    1, 1.5, "a", b"a", None, (), [], {}, {"a": 1}, {"a": []}, {1: (1, [])}, A(), A, len, lambda: 1, (lambda: 1).__code__, object(),
    range(3), slice(1), iter([]), iter("abc"), iter(range(3)), sys, Exception(), set(), frozenset(), (1, []), enumerate([]),
    property(), list.append, A.__dict__, {}.keys(), tuple([1, 2]), [].append, 10**50, True, ..., type,
]
for thing in things:
    name = type(thing).__name__
    print(name, gc.is_tracked(thing), gc.is_finalized(thing))

print(gc.get_referents(), gc.get_referents(1, "a"), gc.get_referents([1, 2], {"a": 3}, (4, "x"), {5}))
a = A()
a.x = [a]
print(gc.get_referents(a)[0] is a.x, A in gc.get_referents(a), gc.get_referents(a.x) == [a])
print(any(r is a.x for r in gc.get_referrers(a)), any(r is globals() for r in gc.get_referrers(a)), gc.get_referrers())
d = {"k": a}
print(any(r is d for r in gc.get_referrers(a)), any(r is a for r in gc.get_referrers(a.x)))
print(any(o is a for o in gc.get_objects()), any(o is a for o in gc.get_objects(0)), any(o is a for o in gc.get_objects(2)))
gc.collect(0)
print(any(o is a for o in gc.get_objects(0)), any(o is a for o in gc.get_objects(1)))
gc.collect(1)
print(any(o is a for o in gc.get_objects(1)), any(o is a for o in gc.get_objects(generation=2)))
gc.freeze()
print(any(o is a for o in gc.get_objects()))
del a, d
print(gc.collect())
gc.unfreeze()
things.clear()
print(gc.collect() >= 2)
