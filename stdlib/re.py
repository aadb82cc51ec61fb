"""Regular expressions.

The functions compile a pattern (or find it among those compiled before) and call its method of the same name. The
syntax is that of the language's reference; patterns and matches are native objects.
"""

import _sre
from _sre import Pattern, Match, escape as _escape

__version__ = "2.2.1"
__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error",
    "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL",
    "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError",
]

_cache = _sre.Cache()
_compile = _cache.compile

# The flags are members of an enumeration, which is made when the first of them is asked for.
_FLAGS = (
    ("NOFLAG", None, 0), ("ASCII", "A", 256), ("IGNORECASE", "I", 2), ("LOCALE", "L", 4), ("UNICODE", "U", 32),
    ("MULTILINE", "M", 8), ("DOTALL", "S", 16), ("VERBOSE", "X", 64), ("DEBUG", None, 128),
)
_FLAG_NAMES = {name for row in _FLAGS for name in row[:2] if name} | {"RegexFlag"}


def _lazy_attribute(name):
    if name in _FLAG_NAMES:
        from _re_flags import RegexFlag

        names = globals()
        names["RegexFlag"] = RegexFlag
        names.update(RegexFlag.__members__)
        return names[name]
    if name == "Scanner":
        from _re_flags import Scanner

        globals()["Scanner"] = Scanner
        return Scanner
    return NotImplemented


def __dir__():
    return sorted({*globals(), *_FLAG_NAMES, "Scanner"})


class PatternError(Exception):
    """Exception raised for invalid regular expressions.

    Attributes:

        msg: The unformatted error message
        pattern: The regular expression pattern
        pos: The index in the pattern where compilation failed (may be None)
        lineno: The line corresponding to pos (may be None)
        colno: The column corresponding to pos (may be None)
    """

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


error = PatternError


class _ZeroSentinel(int):
    pass


_zero_sentinel = _ZeroSentinel()


def match(pattern, string, flags=0):
    """Try to apply the pattern at the start of the string, returning
    a Match object, or None if no match was found."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Try to apply the pattern to all of the string, returning
    a Match object, or None if no match was found."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Scan through string looking for a match to the pattern, returning
    a Match object, or None if no match was found."""
    return _compile(pattern, flags).search(string)


def _positional(function, names, values, given):
    # `count`, `maxsplit` and `flags` by position: deprecated since 3.13.
    if any(value is not _zero_sentinel for value in given[: len(values)]):
        for name, value in zip(names, given):
            if value is not _zero_sentinel and names.index(name) < len(values):
                raise TypeError(f"{function}() got multiple values for argument {name!r}")
    if len(values) > len(names):
        taken, most = len(values), len(names)
        fixed = 2 if function == "split" else 3
        raise TypeError(
            f"{function}() takes from {fixed} to {fixed + most} positional arguments but {taken + fixed} were given"
        )
    import warnings

    warnings.warn(f"{names[0]!r} is passed as positional argument", DeprecationWarning, stacklevel=3)
    return [*values, *given[len(values):]]


def sub(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    """Return the string obtained by replacing the leftmost
    non-overlapping occurrences of the pattern in string by the
    replacement repl.  repl can be either a string or a callable;
    if a string, backslash escapes in it are processed.  If it is
    a callable, it's passed the Match object and must return
    a replacement string to be used."""
    if args:
        count, flags = _positional("sub", ("count", "flags"), args, (count, flags))
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    """Return a 2-tuple containing (new_string, number).
    new_string is the string obtained by replacing the leftmost
    non-overlapping occurrences of the pattern in the source
    string by the replacement repl.  number is the number of
    substitutions that were made. repl can be either a string or a
    callable; if a string, backslash escapes in it are processed.
    If it is a callable, it's passed the Match object and must
    return a replacement string to be used."""
    if args:
        count, flags = _positional("subn", ("count", "flags"), args, (count, flags))
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_zero_sentinel, flags=_zero_sentinel):
    """Split the source string by the occurrences of the pattern,
    returning a list containing the resulting substrings.  If
    capturing parentheses are used in pattern, then the text of all
    groups in the pattern are also returned as part of the resulting
    list.  If maxsplit is nonzero, at most maxsplit splits occur,
    and the remainder of the string is returned as the final element
    of the list."""
    if args:
        maxsplit, flags = _positional("split", ("maxsplit", "flags"), args, (maxsplit, flags))
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """Return a list of all non-overlapping matches in the string.

    If one or more capturing groups are present in the pattern, return
    a list of groups; this will be a list of tuples if the pattern
    has more than one group.

    Empty matches are included in the result."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Return an iterator over all non-overlapping matches in the
    string.  For each match, the iterator returns a Match object.

    Empty matches are included in the result."""
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    "Compile a regular expression pattern, returning a Pattern object."
    return _compile(pattern, flags)


def purge():
    "Clear the regular expression caches"
    _cache.clear()


def escape(pattern):
    """
    Escape special characters in a string.
    """
    return _escape(pattern)


if __name__ == "__main__":
    # In CPython a package, which `-m` cannot run.
    import sys

    sys.exit(f"{sys.executable}: No module named re.__main__; 're' is a package and cannot be directly executed")
