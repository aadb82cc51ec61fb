"""Deterministic profiling: how often each function is called, and how long it takes.

The work is done by the native module _lsprof; the results are shown by pstats.
"""

import _lsprof

__all__ = ["run", "runctx", "Profile"]


def run(statement, filename=None, sort=-1):
    """Run a statement under the profiler; print the table, or save the figures in a file.

    The statement runs in the namespace of __main__. `sort` is a key of pstats, or several.
    """
    import __main__

    return _run(Profile(), statement, __main__.__dict__, __main__.__dict__, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    """As run, in the namespaces given."""
    return _run(Profile(), statement, globals, locals, filename, sort)


def _run(profile, statement, globals, locals, filename, sort):
    try:
        profile.runctx(statement, globals, locals)
    except SystemExit:
        pass
    finally:
        if filename is None:
            profile.print_stats(sort)
        else:
            profile.dump_stats(filename)


class Profile(_lsprof.Profiler):
    """Profile(timer=None, timeunit=0.0, subcalls=True, builtins=True)

    A profiler. The timer is a function that returns the time: as a float of seconds, or as an int, which
    `timeunit` (the length of its unit in seconds) then explains. Use it as a context manager, or between
    enable() and disable().
    """

    def print_stats(self, sort=-1):
        """Print the table to standard output."""
        import pstats

        if not isinstance(sort, tuple):
            sort = (sort,)
        pstats.Stats(self).strip_dirs().sort_stats(*sort).print_stats()

    def dump_stats(self, file):
        """Save the figures in a file that pstats reads."""
        import _profiling
        import marshal

        self.create_stats()
        _profiling.write_file(file, marshal.dumps(self.stats))

    def create_stats(self):
        """End the profile and make `stats`: {function: (primitive calls, calls, own time, total time, callers)}.

        A function is (file, line, name); callers is a dict of the same figures by calling function.
        """
        self.disable()
        self.snapshot_stats()

    def snapshot_stats(self):
        """Make `stats` of what has been collected."""
        entries = self.getstats()
        self.stats = {}
        callers_of = {}
        # Figures of different code objects that have one label are added up.
        for entry in entries:
            function = label(entry.code)
            calls = entry.callcount
            primitive = calls - entry.reccallcount
            own, total = entry.inlinetime, entry.totaltime
            callers = {}
            callers_of[id(entry.code)] = callers
            if function in self.stats:
                before = self.stats[function]
                primitive += before[0]
                calls += before[1]
                own += before[2]
                total += before[3]
                for caller, figures in before[4].items():
                    callers[caller] = figures
            self.stats[function] = primitive, calls, own, total, callers
        for entry in entries:
            if not entry.calls:
                continue
            caller = label(entry.code)
            for call in entry.calls:
                callers = callers_of.get(id(call.code))
                if callers is None:
                    continue
                figures = (call.callcount, call.callcount - call.reccallcount, call.inlinetime, call.totaltime)
                if caller in callers:
                    figures = tuple(map(sum, zip(figures, callers[caller])))
                callers[caller] = figures

    def run(self, cmd):
        """Run a statement in the namespace of __main__."""
        import __main__

        return self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals, locals):
        """Run a statement in the namespaces given."""
        self.enable()
        try:
            exec(cmd, globals, locals)
        finally:
            self.disable()
        return self

    def runcall(self, func, /, *args, **kw):
        """Call a function and return its result."""
        self.enable()
        try:
            return func(*args, **kw)
        finally:
            self.disable()

    def __enter__(self):
        self.enable()
        return self

    def __exit__(self, *exc_info):
        self.disable()


def label(code):
    """The key of a function: (file, line, name), file and line being ('~', 0) for native ones."""
    if isinstance(code, str):
        return ("~", 0, code)
    return (code.co_filename, code.co_firstlineno, code.co_name)


def main():
    """The command line."""
    from _profile_main import run_main

    return run_main("cProfile.py", lambda code, globals, file, sort: runctx(code, globals, None, file, sort))


if __name__ == "__main__":
    main()
