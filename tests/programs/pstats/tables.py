import pstats


class Source:
    """Looks like a profiler, with known figures."""

    def __init__(self, scale=1):
        self.scale = scale

    def create_stats(self):
        s = self.scale
        main, f, g = ("/a/b/main.py", 1, "<module>"), ("/a/b/main.py", 10, "fib"), ("/a/c/other.py", 3, "gcd")
        length = ("~", 0, "<built-in method builtins.len>")
        odd = ("~", 0, "no brackets")
        self.stats = {
            main: (1, 1, 0.5 * s, 4.0 * s, {}),
            f: (2, 30, 2.0 * s, 2.25 * s, {f: (28, 10, 1.5, 1.75), main: (2, 2, 0.5, 2.25)}),
            g: (5, 5, 1.0 * s, 1.25 * s, {main: (5, 5, 1.0, 1.25)}),
            length: (35, 35, 0.5 * s, 0.5 * s, {f: (30, 30, 0.25, 0.25), g: (5, 5, 0.25, 0.25)}),
            odd: (0, 0, 0.0, 0.0, {}),
        }


stats = pstats.Stats(Source())
stats.print_stats()
for keys in [("calls",), ("ncalls", "name"), ("cumulative",), ("time",), ("tottime",), ("filename", "line"),
             ("nfl",), ("pcalls",), ("stdname",), ("module",), ("name", "calls"), (-1,), (0,), (1,), (2,),
             (pstats.SortKey.CUMULATIVE,), (pstats.SortKey.TIME, pstats.SortKey.NFL), ("cumt",), ("st",)]:
    stats.sort_stats(*keys)
    print(stats.sort_type, [function[2] for function in stats.fcn_list])
stats.sort_stats("time")
for restrictions in [(2,), (0.5,), (0.0,), (1.0,), (0,), (99,), (-1,), ("main",), ("main", 1), (3, "g"), ("nothing",),
                     ("(",), (".*", 0.2)]:
    print("restrictions", restrictions)
    stats.print_stats(*restrictions)
stats.print_callers()
stats.print_callees()
stats.print_callers("len")
stats.print_callees(0.2)
stats.sort_stats("name").reverse_order().print_stats(3)
stats.strip_dirs().sort_stats("line").print_stats()
stats.print_callers("fib")
stats.add(Source(2)).sort_stats("nfl").print_stats()
print(stats.get_stats_profile().func_profiles["fib"])
print(stats.total_calls, stats.prim_calls, stats.total_tt)
