"""Deterministic profiling under the interface of CPython's profiler in Python; the work is done as in cProfile."""

import cProfile

__all__ = ["run", "runctx", "Profile"]


def run(statement, filename=None, sort=-1):
    """Run a statement under the profiler; print the table, or save the figures in a file."""
    import __main__

    return runctx(statement, __main__.__dict__, __main__.__dict__, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    """As run, in the namespaces given."""
    return cProfile._run(Profile(), statement, globals, locals, filename, sort)


class Profile(cProfile.Profile):
    """Profile(timer=None, bias=None)

    A profiler. The timer returns the time in seconds, or a tuple of times whose sum counts. `bias` is what measuring
    adds to a call, in seconds; it is subtracted from the figures.
    """

    bias = 0

    def __init__(self, timer=None, bias=None):
        if bias is not None:
            self.bias = bias
        if timer is not None:
            time = timer()
            if isinstance(time, (tuple, list)):
                single = timer
                timer = lambda: sum(single())
        self.timer = timer
        super().__init__(timer)

    def snapshot_stats(self):
        """Make `stats` of what has been collected."""
        super().snapshot_stats()
        if self.bias:
            self.stats = {
                function: (primitive, calls, own - calls * self.bias, total - calls * self.bias, callers)
                for function, (primitive, calls, own, total, callers) in self.stats.items()
            }

    def calibrate(self, m, verbose=0):
        """Measure what the profiler adds to a call, in seconds: a value for `bias`. `m` calls are made."""
        from _profiling import perf_counter

        if self.__class__ is not Profile:
            raise TypeError("Subclasses must override .calibrate().")

        def leaf():
            pass

        def calls():
            for _ in range(m):
                leaf()

        start = perf_counter()
        calls()
        plain = perf_counter() - start
        profile = Profile(self.timer, 0)
        start = perf_counter()
        profile.runcall(calls)
        observed = perf_counter() - start
        mean = max(observed - plain, 0.0) / (m + 1)
        if verbose:
            print("elapsed time without profiling =", plain)
            print("elapsed time with profiling =", observed)
            print("mean stopwatch overhead per profile event =", mean)
        return mean


def main():
    """The command line."""
    from _profile_main import run_main

    return run_main("profile.py", lambda code, globals, file, sort: runctx(code, globals, None, file, sort))


if __name__ == "__main__":
    main()
