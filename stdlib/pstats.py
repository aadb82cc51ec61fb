"""Tables of what a profiler has collected.

    import pstats
    pstats.Stats("saved").strip_dirs().sort_stats("cumulative").print_stats(10)

As a program it is a browser: python -m pstats [file ...]
"""

import _profiling
import marshal
import re
import sys
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Stats", "SortKey", "FunctionProfile", "StatsProfile"]


class SortKey(StrEnum):
    """What tables can be sorted by."""

    CALLS = "calls", "ncalls"
    CUMULATIVE = "cumulative", "cumtime"
    FILENAME = "filename", "module"
    LINE = "line"
    NAME = "name"
    NFL = "nfl"
    PCALLS = "pcalls"
    STDNAME = "stdname"
    TIME = "time", "tottime"

    def __new__(cls, *values):
        member = str.__new__(cls, values[0])
        member._value_ = values[0]
        for other in values[1:]:
            cls._value2member_map_[other] = member
        member._all_values = values
        return member


@dataclass(unsafe_hash=True)
class FunctionProfile:
    """The figures of a function as get_stats_profile() gives them."""

    ncalls: str
    tottime: float
    percall_tottime: float
    cumtime: float
    percall_cumtime: float
    file_name: str
    line_number: int


@dataclass(unsafe_hash=True)
class StatsProfile:
    """All figures: the total time and a FunctionProfile for each function name."""

    total_tt: float
    func_profiles: dict[str, FunctionProfile]


class Stats:
    """Stats(*sources, stream=None)

    The figures of one or more profiles. A source is the name of a file that a profiler has saved, a profiler, or
    another Stats; the figures of all are added up. Tables are printed to `stream`, by default standard output.

    `stats` maps each function (file, line, name) to (primitive calls, calls, own time, total time, callers), times
    being seconds, and callers a dict of (calls, primitive calls, own time, total time) by calling function.
    """

    # Columns of a row, as sort_stats() makes them, with their directions; what the heading says.
    sort_arg_dict_default = {
        "calls": (((1, -1),), "call count"),
        "ncalls": (((1, -1),), "call count"),
        "cumtime": (((3, -1),), "cumulative time"),
        "cumulative": (((3, -1),), "cumulative time"),
        "filename": (((4, 1),), "file name"),
        "line": (((5, 1),), "line number"),
        "module": (((4, 1),), "file name"),
        "name": (((6, 1),), "function name"),
        "nfl": (((6, 1), (4, 1), (5, 1)), "name/file/line"),
        "pcalls": (((0, -1),), "primitive call count"),
        "stdname": (((7, 1),), "standard name"),
        "time": (((2, -1),), "internal time"),
        "tottime": (((2, -1),), "internal time"),
    }

    def __init__(self, *args, stream=None):
        self.stream = stream or sys.stdout
        self.init(args[0] if args else None)
        self.add(*args[1:])

    def init(self, arg):
        """Start anew with one source."""
        self.all_callees = None
        self.files = []
        self.fcn_list = None
        self.total_tt = 0
        self.total_calls = 0
        self.prim_calls = 0
        self.max_name_len = 0
        self.top_level = set()
        self.stats = {}
        self.sort_arg_dict = {}
        self.load_stats(arg)
        try:
            self.get_top_level_stats()
        except Exception:
            where = f" {self.files[-1]}" if self.files else ""
            print(f"Invalid timing data{where}", file=self.stream)
            raise

    def load_stats(self, arg):
        """Take the figures of a source over."""
        if arg is None:
            self.stats = {}
            return
        if isinstance(arg, str):
            stats = marshal.loads(_profiling.read_file(arg))
            if not isinstance(stats, dict):
                raise ValueError(f"no profile: {arg}")
            self.stats = stats
            try:
                import os
                import time

                arg = time.ctime(os.stat(arg).st_mtime) + "    " + arg
            except Exception:
                # The heading does without the time.
                pass
            self.files = [arg]
        elif hasattr(arg, "create_stats"):
            arg.create_stats()
            self.stats = arg.stats
            arg.stats = {}
        if not self.stats:
            raise TypeError(f"Cannot create or construct a {self.__class__!r} object from {arg!r}")

    def get_top_level_stats(self):
        """Add up the totals."""
        for function, (primitive, calls, own, _, callers) in self.stats.items():
            self.total_calls += calls
            self.prim_calls += primitive
            self.total_tt += own
            if ("jprofile", 0, "profiler") in callers:
                self.top_level.add(function)
            self.max_name_len = max(self.max_name_len, len(func_std_string(function)))

    def add(self, *arg_list):
        """Add the figures of more sources."""
        for item in reversed(arg_list):
            if type(self) != type(item):
                item = Stats(item)
            self.files += item.files
            self.total_calls += item.total_calls
            self.prim_calls += item.prim_calls
            self.total_tt += item.total_tt
            self.top_level |= item.top_level
            self.max_name_len = max(self.max_name_len, item.max_name_len)
            self.fcn_list = None
            for function, figures in item.stats.items():
                before = self.stats.get(function, (0, 0, 0, 0, {}))
                self.stats[function] = add_func_stats(before, figures)
        return self

    def dump_stats(self, filename):
        """Save the figures in a file."""
        _profiling.write_file(filename, marshal.dumps(self.stats))

    def get_sort_arg_defs(self):
        """The sort keys with all their unambiguous beginnings."""
        if not self.sort_arg_dict:
            known = {}
            ambiguous = set()
            for word, meaning in self.sort_arg_dict_default.items():
                while word:
                    if word in known:
                        ambiguous.add(word)
                        break
                    known[word] = meaning
                    word = word[:-1]
            for word in ambiguous:
                del known[word]
            self.sort_arg_dict = known
        return self.sort_arg_dict

    def sort_stats(self, *field):
        """Sort by the keys: SortKey members or their names, or one of the numbers -1, 0, 1, 2."""
        if not field:
            self.fcn_list = 0
            return self
        if len(field) == 1 and isinstance(field[0], int):
            field = [{-1: "stdname", 0: "calls", 1: "time", 2: "cumulative"}[field[0]]]
        elif any(type(other) != type(field[0]) for other in field[1:]):
            raise TypeError("Can't have mixed argument type")
        keys = self.get_sort_arg_defs()
        columns = ()
        names = []
        self.sort_type = ""
        for word in field:
            if isinstance(word, SortKey):
                word = word.value
            columns += keys[word][0]
            names.append(keys[word][1])
            self.sort_type = ", ".join(names)
        rows = [
            figures[:4] + function + (func_std_string(function), function) for function, figures in self.stats.items()
        ]
        rows.sort(key=lambda row: tuple(row[column] * sign if sign < 0 else row[column] for column, sign in columns))
        self.fcn_list = [row[-1] for row in rows]
        return self

    def reverse_order(self):
        """Turn the order round."""
        if self.fcn_list:
            self.fcn_list.reverse()
        return self

    def strip_dirs(self):
        """Leave folders out of the file names; functions that then look alike become one."""
        stripped = {}
        longest = 0
        for function, (primitive, calls, own, total, callers) in self.stats.items():
            function = func_strip_path(function)
            longest = max(longest, len(func_std_string(function)))
            figures = primitive, calls, own, total, {func_strip_path(f): figures for f, figures in callers.items()}
            if function in stripped:
                figures = add_func_stats(stripped[function], figures)
            stripped[function] = figures
        self.stats = stripped
        self.max_name_len = longest
        self.top_level = {func_strip_path(function) for function in self.top_level}
        self.fcn_list = None
        self.all_callees = None
        return self

    def calc_callees(self):
        """Make `all_callees`: what each function called."""
        if self.all_callees:
            return
        self.all_callees = callees = {}
        for function, figures in self.stats.items():
            callees.setdefault(function, {})
            for caller, figures_of_calls in figures[4].items():
                callees.setdefault(caller, {})[function] = figures_of_calls

    def eval_print_amount(self, sel, list, msg):
        """Apply a restriction: a pattern, a fraction or a count. Returns the rest and the completed heading."""
        rest = list
        if isinstance(sel, str):
            try:
                pattern = re.compile(sel)
            except re.PatternError:
                return list, msg + f"   <Invalid regular expression {sel!r}>\n"
            rest = [function for function in list if pattern.search(func_std_string(function))]
        else:
            count = len(list)
            if isinstance(sel, float) and 0.0 <= sel < 1.0:
                rest = list[: int(count * sel + 0.5)]
            elif isinstance(sel, int) and 0 <= sel < count:
                rest = list[:sel]
        if len(list) != len(rest):
            msg += f"   List reduced from {len(list)} to {len(rest)} due to restriction <{sel!r}>\n"
        return rest, msg

    def get_stats_profile(self):
        """The figures as a StatsProfile, times rounded to milliseconds."""
        functions = self.fcn_list[:] if self.fcn_list else list(self.stats)
        if not functions:
            return StatsProfile(0, {})
        profiles = {}
        for function in functions:
            primitive, calls, own, total, _ = self.stats[function]
            file, line, name = function
            profiles[name] = FunctionProfile(
                str(calls) if calls == primitive else f"{calls}/{primitive}",
                float(f8(own)),
                float(f8(own / calls)) if calls else -1,
                float(f8(total)),
                float(f8(total / primitive)) if primitive else -1,
                file,
                line,
            )
        return StatsProfile(float(f8(self.total_tt)), profiles)

    def get_print_list(self, sel_list):
        """Print the heading; returns the width of the names and the functions that the restrictions leave."""
        width = self.max_name_len
        if self.fcn_list:
            functions = self.fcn_list[:]
            heading = f"   Ordered by: {self.sort_type}\n"
        else:
            functions = list(self.stats)
            heading = "   Random listing order was used\n"
        for selection in sel_list:
            functions, heading = self.eval_print_amount(selection, functions, heading)
        if not functions:
            return 0, functions
        print(heading, file=self.stream)
        if len(functions) < len(self.stats):
            width = max(len(func_std_string(function)) for function in functions)
        return width + 2, functions

    def print_stats(self, *amount):
        """Print the table, as far as the restrictions go."""
        for file in self.files:
            print(file, file=self.stream)
        if self.files:
            print(file=self.stream)
        indent = " " * 8
        for function in self.top_level:
            print(indent, func_get_function_name(function), file=self.stream)
        print(indent, self.total_calls, "function calls", end=" ", file=self.stream)
        if self.total_calls != self.prim_calls:
            print(f"({self.prim_calls} primitive calls)", end=" ", file=self.stream)
        print(f"in {self.total_tt:.3f} seconds", file=self.stream)
        print(file=self.stream)
        _, functions = self.get_print_list(amount)
        if functions:
            self.print_title()
            for function in functions:
                self.print_line(function)
            print(file=self.stream)
            print(file=self.stream)
        return self

    def print_callees(self, *amount):
        """Print what each function called, as far as the restrictions go."""
        width, functions = self.get_print_list(amount)
        if functions:
            self.calc_callees()
            self.print_call_heading(width, "called...")
            for function in functions:
                self.print_call_line(width, function, self.all_callees.get(function, {}))
            print(file=self.stream)
            print(file=self.stream)
        return self

    def print_callers(self, *amount):
        """Print by what each function was called, as far as the restrictions go."""
        width, functions = self.get_print_list(amount)
        if functions:
            self.print_call_heading(width, "was called by...")
            for function in functions:
                self.print_call_line(width, function, self.stats[function][4], "<-")
            print(file=self.stream)
            print(file=self.stream)
        return self

    def print_call_heading(self, name_size, column_title):
        """Print the heading of callers or callees."""
        print("Function ".ljust(name_size) + column_title, file=self.stream)
        for *_, callers in self.stats.values():
            if callers:
                if isinstance(next(iter(callers.values())), tuple):
                    print(" " * name_size + "    ncalls  tottime  cumtime", file=self.stream)
                break

    def print_call_line(self, name_size, source, call_dict, arrow="->"):
        """Print the callers or callees of a function."""
        print(func_std_string(source).ljust(name_size) + arrow, end=" ", file=self.stream)
        if not call_dict:
            print(file=self.stream)
            return
        indent = ""
        for function in sorted(call_dict):
            name = func_std_string(function)
            figures = call_dict[function]
            if isinstance(figures, tuple):
                calls, primitive, own, total = figures
                count = f"{calls}/{primitive}" if calls != primitive else f"{calls}"
                text = f"{count.rjust(7 + 2 * len(indent))} {f8(own)} {f8(total)}  {name}"
                left = name_size + 1
            else:
                text = f"{name}({figures!r}) {f8(self.stats[function][3])}"
                left = name_size + 3
            print(indent * left + text, file=self.stream)
            indent = " "

    def print_title(self):
        """Print the heading of the table."""
        print("   ncalls  tottime  percall  cumtime  percall", end=" ", file=self.stream)
        print("filename:lineno(function)", file=self.stream)

    def print_line(self, func):
        """Print the row of a function."""
        primitive, calls, own, total, _ = self.stats[func]
        count = str(calls) if calls == primitive else f"{calls}/{primitive}"
        per_call = f8(own / calls) if calls else " " * 8
        per_primitive = f8(total / primitive) if primitive else " " * 8
        print(count.rjust(9), f8(own), per_call, f8(total), per_primitive, func_std_string(func), file=self.stream)


class TupleComp:
    """Compares tuples by some columns, each in its direction."""

    def __init__(self, comp_select_list):
        self.comp_select_list = comp_select_list

    def compare(self, left, right):
        """-1, 0 or 1."""
        for index, direction in self.comp_select_list:
            if left[index] < right[index]:
                return -direction
            if left[index] > right[index]:
                return direction
        return 0


def func_strip_path(func_name):
    """The function without the folders of its file."""
    filename, line, name = func_name
    return filename.rpartition("/")[2], line, name


def func_get_function_name(func):
    """The function's name."""
    return func[2]


def func_std_string(func_name):
    """How tables show a function."""
    if func_name[:2] == ("~", 0):
        name = func_name[2]
        if name.startswith("<") and name.endswith(">"):
            return "{%s}" % name[1:-1]
        return name
    return "%s:%d(%s)" % func_name


def add_func_stats(target, source):
    """The sum of the figures of two functions."""
    primitive, calls, own, total, callers = source
    return (
        primitive + target[0],
        calls + target[1],
        own + target[2],
        total + target[3],
        add_callers(target[4], callers),
    )


def add_callers(target, source):
    """The sum of the figures by caller."""
    callers = dict(target)
    for function, figures in source.items():
        if function not in callers:
            callers[function] = figures
        elif isinstance(figures, tuple):
            callers[function] = tuple(a + b for a, b in zip(figures, callers[function]))
        else:
            callers[function] += figures
    return callers


def count_calls(callers):
    """The sum of the calls by all callers."""
    return sum(callers.values())


def f8(x):
    """A time in eight columns."""
    return "%8.3f" % x


def main():
    """The browser."""
    from _pstats_browser import Browser

    try:
        browser = Browser(sys.argv[1] if len(sys.argv) > 1 else None)
        for file in sys.argv[2:]:
            browser.do_add(file)
        print("Welcome to the profile statistics browser.", file=browser.stream)
        browser.run()
        print("Goodbye.", file=browser.stream)
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
