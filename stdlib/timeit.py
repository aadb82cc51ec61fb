"""Measures how long small pieces of code take.

In a program, see timeit(), repeat() and the class Timer. From the command line:

    python -m timeit [-n N] [-r N] [-s S] [-p] [-u U] [-v] [-h] [--] [statement ...]

Options:
  -n, --number N    how many times to execute the statement
  -r, --repeat N    how many times to repeat that (default 5)
  -s, --setup S     statement to execute first, untimed; several -s options are lines
  -p, --process     count the processor's time, not the clock's
  -v, --verbose     print the raw times; repeat it for more digits
  -u, --unit U      unit of the output: nsec, usec, msec or sec
  -h, --help        print this text and leave
  --                the end of the options, for statements that begin with -

Several arguments are the lines of one statement; without any it is 'pass', which shows what measuring itself costs.
Without -n the number grows as 1, 2, 5, 10, 20, 50, ... until the time reaches 0.2 seconds.
"""

import sys

from _profiling import perf_counter, process_time

try:
    import gc
except ImportError:
    gc = None

try:
    from time import perf_counter, process_time
except ImportError:
    pass

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

dummy_src_name = "<timeit-src>"
default_number = 1000000
default_repeat = 5
default_timer = perf_counter

_globals = globals

# Lines of the statement in tracebacks count from the empty first line.
template = """
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def reindent(src, indent):
    """The source with its lines, but the first, moved to the right."""
    return src.replace("\n", "\n" + " " * indent)


class Timer:
    """Timer(stmt='pass', setup='pass', timer=default_timer, globals=None)

    Times a statement. It and the setup are source texts or functions without parameters; texts run in `globals`,
    by default the namespace of this module.
    """

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        local_ns = {}
        global_ns = _globals() if globals is None else globals
        init = ""
        if isinstance(setup, str):
            # Compiled alone first: what would be an error alone must be one.
            compile(setup, dummy_src_name, "exec")
            before = setup + "\n"
            setup = reindent(setup, 4)
        elif callable(setup):
            local_ns["_setup"] = setup
            init += ", _setup=_setup"
            before = ""
            setup = "_setup()"
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(before + stmt, dummy_src_name, "exec")
            stmt = reindent(stmt, 8)
        elif callable(stmt):
            local_ns["_stmt"] = stmt
            init += ", _stmt=_stmt"
            stmt = "_stmt()"
        else:
            raise ValueError("stmt is neither a string nor callable")
        self.src = template.format(stmt=stmt, setup=setup, init=init)
        code = compile(self.src, dummy_src_name, "exec")
        exec(code, global_ns, local_ns)
        self.inner = local_ns["inner"]

    def print_exc(self, file=None):
        """Print the exception being handled, with the timed source in the traceback."""
        import linecache
        import traceback

        linecache.cache[dummy_src_name] = (len(self.src), None, self.src.split("\n"), dummy_src_name)
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """The seconds that `number` executions take, collections being off."""
        collecting = gc is not None and gc.isenabled()
        if collecting:
            gc.disable()
        try:
            return self.inner(range(number), self.timer)
        finally:
            if collecting:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """A list of `repeat` results of timeit(number). The least of them is what the code takes at best."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """(number, seconds) of the first number of 1, 2, 5, 10, ... executions that take 0.2 seconds or more.

        `callback(number, seconds)` is called after each try.
        """
        scale = 1
        while True:
            for factor in 1, 2, 5:
                number = scale * factor
                seconds = self.timeit(number)
                if callback:
                    callback(number, seconds)
                if seconds >= 0.2:
                    return number, seconds
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Make a Timer and call its timeit()."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """Make a Timer and call its repeat()."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


class _UsageError(Exception):
    """Arguments that make no sense."""


_LONG = {"number": True, "repeat": True, "setup": True, "process": False, "verbose": False, "unit": True, "help": False}


def _parse(arguments):
    """The options as (letter, value) pairs, and the rest."""
    options = []
    rest = list(arguments)
    while rest and rest[0].startswith("-") and rest[0] != "-":
        argument = rest.pop(0)
        if argument == "--":
            break
        if argument.startswith("--"):
            name, equals, value = argument[2:].partition("=")
            found = [known for known in _LONG if known.startswith(name)]
            if name in found:
                found = [name]
            if not found:
                raise _UsageError(f"option --{name} not recognized")
            if len(found) > 1:
                raise _UsageError(f"option --{name} not a unique prefix")
            name = found[0]
            if _LONG[name]:
                if not equals:
                    if not rest:
                        raise _UsageError(f"option --{name} requires argument")
                    value = rest.pop(0)
            elif equals:
                raise _UsageError(f"option --{name} must not have an argument")
            options.append((name[0], value))
            continue
        letters = argument[1:]
        while letters:
            letter, letters = letters[0], letters[1:]
            if letter in "nrsu":
                if not letters and not rest:
                    raise _UsageError(f"option -{letter} requires argument")
                options.append((letter, letters or rest.pop(0)))
                break
            if letter not in "pvh":
                raise _UsageError(f"option -{letter} not recognized")
            options.append((letter, ""))
    return options, rest


UNITS = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}


def main(args=None, *, _wrap_timer=None):
    """The command line, by default that of the process. Returns an exit code: 1 if the timed code raised."""
    try:
        options, lines = _parse(sys.argv[1:] if args is None else args)
    except _UsageError as error:
        print(error)
        print("use -h/--help for command line help")
        return 2
    timer = default_timer
    number = 0
    setup = []
    repeat = default_repeat
    verbose = 0
    unit = None
    precision = 3
    for letter, value in options:
        if letter == "n":
            number = int(value)
        elif letter == "s":
            setup.append(value)
        elif letter == "u":
            if value not in UNITS:
                print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=sys.stderr)
                return 2
            unit = value
        elif letter == "r":
            repeat = max(int(value), 1)
        elif letter == "p":
            timer = process_time
        elif letter == "v":
            if verbose:
                precision += 1
            verbose += 1
        elif letter == "h":
            print(__doc__, end="")
            return 0
    sys.path.insert(0, ".")
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    t = Timer("\n".join(lines) or "pass", "\n".join(setup) or "pass", timer)

    def format_time(seconds):
        name = unit or next((name for name in ("sec", "msec", "usec") if seconds >= UNITS[name]), "nsec")
        return "%.*g %s" % (precision, seconds / UNITS[name], name)

    watched = sys.stderr.isatty()

    def show(text):
        # A sign of life, only where somebody watches.
        if watched:
            sys.stderr.write(f"\r{text:<40}\r" if text else "\r" + " " * 40 + "\r")
            sys.stderr.flush()

    def report(number, seconds):
        if verbose:
            print(f"{number} loop{'s' if number != 1 else ''} -> {seconds:.{precision}g} secs")
        else:
            show(f"{number} loops: {seconds:.2g} s")

    try:
        if number == 0:
            number, _ = t.autorange(report)
            if verbose:
                print()
        times = []
        for run in range(repeat):
            show(f"run {run + 1} of {repeat}")
            times.append(t.timeit(number))
        show("")
    except:
        show("")
        t.print_exc()
        return 1
    if verbose:
        print("raw times: %s" % ", ".join(map(format_time, times)))
        print()
    best, worst = min(times) / number, max(times) / number
    print(f"{number} loop{'s' if number != 1 else ''}, best of {repeat}: {format_time(best)} per loop")
    if worst >= best * 4:
        import warnings

        warnings.warn_explicit(
            "The test results are likely unreliable. "
            f"The worst time ({format_time(worst)}) was more than four times slower "
            f"than the best time ({format_time(best)}).",
            UserWarning,
            "",
            0,
        )
    return None


if __name__ == "__main__":
    sys.exit(main())
