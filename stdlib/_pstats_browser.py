"""The profile statistics browser: python -m pstats."""

import sys

from pstats import Stats

NOTHING = "No statistics object is loaded."

RESTRICTIONS = (
    "Arguments may be:",
    "* An integer maximum number of entries to print.",
    "* A decimal fractional number between 0 and 1, controlling",
    "  what fraction of selected entries to print.",
    "* A regular expression; only entries with function names",
    "  that match it are printed.",
)


class Browser:
    """Reads commands and obeys them."""

    def __init__(self, profile=None):
        self.prompt = "% "
        self.stats = None
        self.stream = sys.stdout
        self.last = ""
        if profile is not None:
            self.do_read(profile)

    def say(self, text):
        """Print a line."""
        print(text, file=self.stream)

    def run(self):
        """Read commands until the end."""
        while True:
            try:
                line = input(self.prompt)
            except EOFError:
                line = "EOF"
            if self.obey(line):
                return

    def obey(self, line):
        """Do what a line says; whether that was the last."""
        line = line.strip()
        if not line:
            return self.obey(self.last) if self.last else False
        if line == "EOF":
            self.last = ""
        else:
            self.last = line
        if line.startswith("?"):
            line = "help " + line[1:]
        length = 0
        while length < len(line) and (line[length].isalnum() or line[length] == "_"):
            length += 1
        command, argument = line[:length], line[length:].strip()
        handler = getattr(self, "do_" + command, None) if command else None
        if handler is None:
            self.say(f"*** Unknown syntax: {line}")
            return False
        return handler(argument)

    def table(self, method, line):
        """Print a table of the restrictions in a line."""
        restrictions = []
        for term in line.split():
            try:
                restrictions.append(int(term))
                continue
            except ValueError:
                pass
            try:
                fraction = float(term)
            except ValueError:
                restrictions.append(term)
                continue
            if 0 <= fraction <= 1:
                restrictions.append(fraction)
            else:
                self.say("Fraction argument must be in [0, 1]")
        if self.stats:
            getattr(self.stats, method)(*restrictions)
        else:
            self.say(NOTHING)

    def do_add(self, line):
        """Add profile info from given file to current statistics object."""
        if not self.stats:
            self.say(NOTHING)
            return
        try:
            self.stats.add(line)
        except OSError as error:
            self.say(f"Failed to load statistics for {line}: {error}")
        except Exception as error:
            self.say(f"{error.__class__.__name__}: {error}")

    def do_callees(self, line):
        """Print callees statistics from the current stat object."""
        return self.table("print_callees", line)

    def do_callers(self, line):
        """Print callers statistics from the current stat object."""
        return self.table("print_callers", line)

    def do_EOF(self, line):
        """Leave the profile browser."""
        self.say("")
        return True

    def do_quit(self, line):
        """Leave the profile browser."""
        return True

    def do_read(self, line):
        """Read in profile data from a specified file.
        Without argument, reload the current file."""
        if not line:
            if len(self.prompt) > 2:
                return self.do_read(self.prompt[:-2])
            self.say("No statistics object is current -- cannot reload.")
            return
        try:
            self.stats = Stats(line)
        except OSError as error:
            self.say(error.args[1])
            return
        except Exception as error:
            self.say(f"{error.__class__.__name__}: {error}")
            return
        self.prompt = line + "% "

    def do_reverse(self, line):
        """Reverse the sort order of the profiling report."""
        if self.stats:
            self.stats.reverse_order()
        else:
            self.say(NOTHING)

    def do_sort(self, line):
        """Sort profile data according to specified keys.
        (Typing `sort' without arguments lists valid keys.)"""
        if not self.stats:
            self.say(NOTHING)
            return
        known = self.stats.get_sort_arg_defs()
        words = line.split()
        if words and all(word in known for word in words):
            self.stats.sort_stats(*words)
            return
        self.say("Valid sort keys (unique prefixes are accepted):")
        for key, (_, meaning) in Stats.sort_arg_dict_default.items():
            self.say(f"{key} -- {meaning}")

    def do_stats(self, line):
        """Print statistics from the current stat object."""
        return self.table("print_stats", line)

    def do_strip(self, line):
        """Strip leading path information from filenames in the report."""
        if self.stats:
            self.stats.strip_dirs()
        else:
            self.say(NOTHING)

    def do_help(self, line):
        """Show help for a given command."""
        commands = sorted(name[3:] for name in dir(self) if name.startswith("do_"))
        if not line:
            self.say("\nDocumented commands (type help <topic>):")
            self.say("=" * 40)
            self.say("  ".join(commands))
            self.say("")
            return
        if line not in commands:
            self.say(f"*** No help on {line}")
            return
        for text in getattr(self, "do_" + line).__doc__.splitlines():
            self.say(text.strip())
        if line in ("stats", "callers", "callees"):
            for text in RESTRICTIONS:
                self.say(text)
