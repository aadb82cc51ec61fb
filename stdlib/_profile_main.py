"""The command line that cProfile and profile share."""

import _profiling
import sys

SORT_KEYS = (
    "calls", "cumtime", "cumulative", "filename", "line", "module", "name", "ncalls", "nfl", "pcalls", "stdname",
    "time", "tottime",
)

HELP = """
Options:
  -h, --help            show this help message and exit
  -o OUTFILE, --outfile=OUTFILE
                        Save stats to <outfile>
  -s SORT, --sort=SORT  Sort order when printing to stdout, based on
                        pstats.Stats class
  -m                    Profile a library module"""


class Options:
    """What the options say, and the arguments behind them."""

    outfile = None
    sort = 2
    module = False

    def __init__(self, program, arguments):
        self.usage = f"Usage: {program} [-o output_file_path] [-s sort] [-m module | scriptfile] [arg] ..."
        self.program = program
        rest = list(arguments)
        while rest and rest[0].startswith("-") and rest[0] != "-":
            argument = rest.pop(0)
            if argument == "--":
                break
            if argument.startswith("--"):
                self.long(argument, rest)
            else:
                self.short(argument[1:], rest)
        self.arguments = rest

    def error(self, text):
        """Leave with a message."""
        print(self.usage, file=sys.stderr)
        print(f"\n{self.program}: error: {text}", file=sys.stderr)
        sys.exit(2)

    def long(self, argument, rest):
        """An option with two dashes, which may be shortened."""
        name, equals, value = argument.partition("=")
        found = [known for known in ("--help", "--outfile", "--sort") if known == name]
        found = found or [known for known in ("--help", "--outfile", "--sort") if known.startswith(name)]
        if len(found) != 1:
            self.error(f"no such option: {name}")
        name = found[0]
        if name == "--help":
            if equals:
                self.error("--help option does not take a value")
            self.help()
        if not equals:
            if not rest:
                self.error(f"{name} option requires 1 argument")
            value = rest.pop(0)
        self.set(name, value)

    def short(self, letters, rest):
        """Options with one dash."""
        while letters:
            letter, letters = letters[0], letters[1:]
            if letter == "h":
                self.help()
            elif letter == "m":
                # Whatever follows belongs to the module.
                self.module = True
                if letters:
                    rest.insert(0, letters)
                if not rest:
                    self.error("-m option requires 1 argument")
                rest.insert(0, "--")
                return
            elif letter in "os":
                if not letters and not rest:
                    self.error(f"-{letter} option requires 1 argument")
                value, letters = letters or rest.pop(0), ""
                self.set("-" + letter, value)
            else:
                self.error(f"no such option: -{letter}")

    def set(self, name, value):
        """Note the value of an option."""
        if name in ("-o", "--outfile"):
            self.outfile = _profiling.absolute_path(value)
        elif value in SORT_KEYS:
            self.sort = value
        else:
            choices = ", ".join(map(repr, SORT_KEYS))
            self.error(f"option {name}: invalid choice: {value!r} (choose from {choices})")

    def help(self):
        """Print what there is and leave."""
        print(self.usage)
        print(HELP)
        sys.exit(0)


def run_main(program, execute):
    """Run a script or module as __main__ by `execute(code, globals, outfile, sort)`."""
    if not sys.argv[1:]:
        print(f"Usage: {program} [-o output_file_path] [-s sort] [-m module | scriptfile] [arg] ...\n")
        sys.exit(2)
    options = Options(program, sys.argv[1:])
    if not options.arguments:
        print(options.usage + "\n")
        return
    sys.argv[:] = options.arguments
    name = options.arguments[0]
    if options.module:
        import runpy

        code = "run_module(modname, run_name='__main__')"
        namespace = {"run_module": runpy.run_module, "modname": name}
    else:
        sys.path.insert(0, name.rpartition("/")[0])
        code = compile(_profiling.read_file(name), name, "exec")
        module = type(sys)("__main__")
        namespace = module.__dict__
        namespace.update(__file__=name, __package__=None, __cached__=None)
        try:
            from importlib.machinery import ModuleSpec

            module.__spec__ = ModuleSpec(name="__main__", loader=None, origin=name)
        except ImportError:
            pass
        sys.modules["__main__"] = module
    _profiling.begin_sign("profiling")
    try:
        execute(code, namespace, options.outfile, options.sort)
    except BrokenPipeError as error:
        # Nobody reads any more.
        sys.stdout = None
        sys.exit(error.errno)
    finally:
        _profiling.end_sign()
