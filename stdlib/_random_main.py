"""The command line of `random`: what CPython's argparse makes of its arguments, and the words for what is wrong."""

import sys

USAGE = "usage: random.py [-h] [-c CHOICE [CHOICE ...] | -i N | -f N] [input ...]\n"

HELP = USAGE + """
positional arguments:
  input                 if no options given, output depends on the input
                            string or multiple: same as --choice
                            integer: same as --integer
                            float: same as --float

options:
  -h, --help            show this help message and exit
  -c, --choice CHOICE [CHOICE ...]
                        print a random choice
  -i, --integer N       print a random integer between 1 and N inclusive
  -f, --float N         print a random floating-point number between 0 and N inclusive
"""

# By name: the short form, the type of its values, and how many of them there may be.
OPTIONS = {
    "--help": ("-h", None, (0, 0)),
    "--choice": ("-c", str, (1, None)),
    "--integer": ("-i", int, (1, 1)),
    "--float": ("-f", float, (1, 1)),
    "--test": (None, int, (0, 1)),
}
LONG = {short: name for name, (short, _, _) in OPTIONS.items() if short}


def fail(message):
    sys.stderr.write(f"{USAGE}random.py: error: {message}\n")
    sys.exit(2)


def shown(name):
    short = OPTIONS[name][0]
    return f"{short}/{name}" if short else name


def is_number(text):
    """Whether argparse takes text that begins with a minus for a number."""
    whole, point, fraction = text[1:].partition(".")
    if point:
        return (whole == "" or whole.isdecimal()) and fraction.isdecimal()
    return whole.isdecimal()


def option(argument):
    """(name, its value behind `=` or the letter) of an argument that is an option; None for a value."""
    if not argument.startswith("-") or argument == "-":
        return None
    if argument in OPTIONS:
        return argument, None
    if argument.startswith("--"):
        given, equals, value = argument.partition("=")
        names = [name for name in OPTIONS if name.startswith(given)]
        if len(names) > 1:
            fail(f"ambiguous option: {argument} could match {', '.join(names)}")
        if names:
            return names[0], value if equals else None
    elif argument[:2] in LONG:
        rest = argument[2:]
        return LONG[argument[:2]], (rest.removeprefix("=") if rest else None)
    if is_number(argument) or " " in argument:
        return None
    return argument, None


def parse(arguments):
    """(values by option name, values without an option)."""
    # What each argument is: an option, `--`, or a value; behind `--` all are values.
    kinds = []
    for argument in arguments:
        if "--" in kinds:
            kinds.append(None)
        else:
            kinds.append("--" if argument == "--" else option(argument))
    found, inputs, extras = {}, [], []
    has_inputs = False
    at = 0
    while at < len(arguments):
        kind = kinds[at]
        if kind is None or kind == "--":
            start = at
            while at < len(arguments) and (kinds[at] is None or kinds[at] == "--"):
                at += 1
            values = [arguments[i] for i in range(start, at) if kinds[i] is None]
            # The values without an option are those of one run.
            (extras if has_inputs else inputs).extend(values)
            has_inputs = True
            continue
        name, value = kind
        if name not in OPTIONS:
            extras.append(arguments[at])
            at += 1
            continue
        _, convert, (least, most) = OPTIONS[name]
        at += 1
        if value is not None and most == 0:
            if arguments[at - 1].startswith("--") or arguments[at - 1][2] == "=":
                fail(f"argument {shown(name)}: ignored explicit argument {value!r}")
            # `-hi` is `-h -i`, which lacks its value before help can be given.
            behind = LONG.get("-" + value)
            if behind not in (None, "--help") and kinds[at:at + 1] != [None]:
                name = behind
                _, convert, (least, most) = OPTIONS[name]
            value = None
        if value is not None:
            values = [value]
        else:
            values = []
            while at < len(arguments) and kinds[at] in (None, "--") and (most is None or len(values) < most):
                if kinds[at] is None:
                    values.append(arguments[at])
                at += 1
        if len(values) < least:
            fail(f"argument {shown(name)}: expected {'one argument' if most else 'at least one argument'}")
        if name == "--help":
            print(HELP, end="")
            sys.exit(0)
        try:
            values = [convert(value) for value in values]
        except ValueError:
            fail(f"argument {shown(name)}: invalid {convert.__name__} value: {values[0]!r}")
        for other in found:
            if other != name:
                fail(f"argument {shown(name)}: not allowed with argument {shown(other)}")
        found[name] = values if most is None else values[0] if values else 10_000
    if extras:
        fail(f"unrecognized arguments: {' '.join(extras)}")
    return found, inputs
