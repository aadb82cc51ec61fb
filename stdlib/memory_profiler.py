"""Memory line by line, under the interface of the package of that name.

    from memory_profiler import profile, memory_usage

    @profile
    def work(): ...

The figures are bytes of Anthill's own heap: exact, equal from run to run. "Mem usage" is what is in use after a line,
"Increment" what the line added to it, with whatever it called, over all its occurrences.

As a program, python -m memory_profiler script.py runs a script in which `profile` is known, and prints the tables of
the functions that it decorates.
"""

import _lines
import _profiling
import sys
from functools import wraps

__all__ = ["profile", "memory_usage", "LineProfiler", "show_results"]

HEADING = f"{'Line #':>6}    {'Mem usage':>14}    {'Increment':>14}  {'Occurrences':>11}   Line Contents"


class LineProfiler:
    """Records the memory of the lines of functions: those that it decorates, or add_function() names."""

    def __init__(self, **kw):
        self.functions = []
        self.results = {}
        self.depth = 0
        self.backend = kw.get("backend", "anthill")

    def __call__(self, func=None, precision=None):
        if func is None:
            return self
        self.add_function(func)
        return self.wrap_function(func)

    def add_function(self, func):
        """Record this function too."""
        func = getattr(func, "__wrapped__", func)
        self.functions.append(func)

    def wrap_function(self, func):
        """The function, recorded while it runs."""

        @wraps(func)
        def wrapper(*args, **kwargs):
            self.enable_by_count()
            try:
                return func(*args, **kwargs)
            finally:
                self.disable_by_count()

        return wrapper

    def runcall(self, func, *args, **kw):
        """Call a function, recorded."""
        self.enable_by_count()
        try:
            return func(*args, **kw)
        finally:
            self.disable_by_count()

    def enable(self):
        """Begin to record."""
        _lines.start(self.functions)

    def disable(self):
        """End recording; what was recorded is added to `results`."""
        for file, name, first, lines in _lines.stop()[0]:
            table = self.results.setdefault((file, name, first), {})
            for number, hits, _, _, _, _, peak, increment, usage in lines:
                before = table.get(number, (0, 0, 0, 0))
                table[number] = (before[0] + hits, before[1] + increment, usage, max(before[3], peak))

    def enable_by_count(self):
        """enable(), unless it is recording already."""
        if self.depth == 0:
            if _lines.active():
                # Another profile is at work: it sees this function too.
                self.depth = -1
                return
            self.enable()
        if self.depth >= 0:
            self.depth += 1

    def disable_by_count(self):
        """Undo one enable_by_count()."""
        if self.depth < 0:
            self.depth = 0
            return
        if self.depth > 0:
            self.depth -= 1
            if self.depth == 0:
                self.disable()


def source_of(file, first, last):
    """Lines of a file with their numbers."""
    try:
        lines = _profiling.read_file(file).decode("utf-8", "replace").splitlines()
    except OSError:
        lines = []
    # A function's decorators and head stand before its first executed line.
    for number in range(first, last + 1):
        yield number, lines[number - 1] if number <= len(lines) else ""


def show_results(prof, stream=None, precision=1):
    """Print the tables of a LineProfiler."""
    stream = sys.stdout if stream is None else stream
    for (file, _, first), table in sorted(prof.results.items(), key=lambda item: item[0][::2]):
        if not table:
            continue
        print(f"Filename: {file}\n", file=stream)
        print(HEADING, file=stream)
        print("=" * len(HEADING), file=stream)
        for number, text in source_of(file, first, max(table)):
            if number in table:
                hits, increment, usage, _ = table[number]
                row = f"{number:>6}  {usage:>12,} B    {increment:>+12,} B  {hits:>11,}   {text}"
            else:
                row = f"{number:>6}  {'':>14}    {'':>14}  {'':>11}   {text}"
            print(row.rstrip(), file=stream)
        print("\n", file=stream)


def profile(func=None, stream=None, precision=1, backend="anthill"):
    """Decorator: record the memory of a function's lines at each call, and print the table after it."""
    if func is None:
        return lambda func: profile(func, stream, precision, backend)

    @wraps(func)
    def wrapper(*args, **kwargs):
        prof = LineProfiler(backend=backend)
        prof.add_function(func)
        try:
            return prof.runcall(func, *args, **kwargs)
        finally:
            if prof.results:
                show_results(prof, stream, precision)

    return wrapper


def memory_usage(
    proc=-1,
    interval=0.1,
    timeout=None,
    timestamps=False,
    include_children=False,
    multiprocess=False,
    max_usage=False,
    retval=False,
    stream=None,
    backend=None,
    max_iterations=None,
):
    """Memory in use, in MiB.

    For proc -1 a list of one figure: what is in use now. For proc (function, args, kwargs) the function is called, and
    the list has what was in use before, at the peak, and after; with max_usage the peak alone. With retval the
    function's result follows in a tuple.
    """
    mebibyte = 1 << 20
    if not isinstance(proc, (tuple, list)) and not callable(proc):
        now = _profiling.heap_bytes() / mebibyte
        return now if max_usage else [now]
    function, args, kwargs = (*((proc,) if callable(proc) else proc), (), {})[:3]
    before = _profiling.heap_bytes()
    _profiling.reset_heap_peak()
    result = function(*args, **kwargs)
    peak, after = _profiling.heap_peak(), _profiling.heap_bytes()
    usage = [before / mebibyte, peak / mebibyte, after / mebibyte]
    if timestamps:
        usage = [(figure, _profiling.perf_counter()) for figure in usage]
    if max_usage:
        usage = usage[1]
    return (usage, result) if retval else usage


def run_script(path, arguments):
    """Run a script as __main__ with `profile` among the builtins; print the tables."""
    import builtins

    prof = LineProfiler()
    code = compile(_profiling.read_file(path), path, "exec")
    sys.argv[:] = [path, *arguments]
    sys.path.insert(0, path.rpartition("/")[0])
    module = type(sys)("__main__")
    module.__file__ = path
    sys.modules["__main__"] = module
    own = sys.modules.setdefault("memory_profiler", module)

    def decorate(func=None, **options):
        return decorate if func is None else prof(func)

    builtins.profile = decorate
    previous = getattr(own, "profile", None)
    if own is not module:
        own.profile = decorate
    _profiling.begin_sign("measuring memory")
    try:
        exec(code, module.__dict__)
    finally:
        _profiling.end_sign()
        if own is not module:
            own.profile = previous
        show_results(prof)


def main(arguments):
    """The command line."""
    if not arguments or arguments[0] in ("-h", "--help"):
        print("usage: python -m memory_profiler script.py [argument ...]")
        return 0 if arguments else 2
    run_script(arguments[0], arguments[1:])
    return 0


if __name__ == "__main__":
    import memory_profiler

    sys.exit(memory_profiler.main(sys.argv[1:]))
