import pstats
from pstats import SortKey


class Source:
    def __init__(self, stats):
        self.kept = stats

    def create_stats(self):
        self.stats = dict(self.kept)


stats = pstats.Stats(Source({("x.py", 1, "f"): (1, 1, 0.5, 0.5, {("y.py", 2, "g"): (1, 1, 0.5, 0.5)})}))
for keys in [("foo",), ("c",), ("n",), ("",)]:
    try:
        stats.sort_stats(*keys)
    except KeyError as error:
        print("KeyError", error)
for keys in [(1, "calls"), ("calls", 1), (SortKey.CALLS, "name")]:
    try:
        stats.sort_stats(*keys)
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)
try:
    pstats.Stats(3)
except TypeError as error:
    print("TypeError", error)
try:
    pstats.Stats(Source({}))
except TypeError as error:
    print("TypeError", str(error)[:60])
try:
    pstats.Stats("/no/such/file")
except FileNotFoundError as error:
    print(error)
empty = pstats.Stats()
empty.print_stats()
empty.print_callers()
empty.sort_stats("time").print_stats()
print(empty.get_stats_profile())
print(stats.get_print_list([]))
print(stats.get_sort_arg_defs().keys() >= {"cumu", "cumt", "f", "s"}, "cum" in stats.get_sort_arg_defs())
print(list(SortKey), SortKey("ncalls"), SortKey("cumtime"), SortKey.CALLS == "calls", SortKey.CALLS)
try:
    SortKey("none")
except ValueError as error:
    print(error)
print(pstats.func_std_string(("~", 0, "<x>")), pstats.func_std_string(("a", 1, "f")), pstats.func_strip_path(("/a/b", 1, "c")))
print(pstats.add_callers({"a": (1, 1, 1, 1)}, {"a": (1, 2, 3, 4), "b": 2}), pstats.count_calls({"a": 1, "b": 2}))
print(pstats.f8(1.23456), pstats.func_get_function_name(("a", 1, "f")))
two = pstats.Stats(Source({("x.py", 1, "f"): (1, 2, 0.5, 0.5, {})}), Source({("x.py", 1, "f"): (1, 1, 0.25, 0.5, {})}))
two.print_stats()
two.calc_callees()
print(two.all_callees)
