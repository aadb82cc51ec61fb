"""Runs one case of the tables in this folder with CPython's `re` and writes its line.

A line is: kind (`s` str, `b` bytes), flags, pattern, operation, subject, result, separated by tabs.
Everything but printable ASCII, and the backslash, is written as `\\{hex}`.
"""
import re
import unicodedata
import warnings


def escaped(text):
    if isinstance(text, bytes):
        text = text.decode("latin-1")
    return "".join(
        c if " " <= c <= "~" and c != "\\" else "\\{%x}" % ord(c) for c in text
    )


def span(match, group):
    start, end = match.span(group)
    return "-" if start < 0 else f"{start},{end}"


def shown(match):
    if match is None:
        return "None"
    spans = " ".join(span(match, i) for i in range(match.re.groups + 1))
    return f"{spans} last={match.lastindex} name={escaped(str(match.lastgroup))}"


def run(pattern, flags, operation, subject):
    """The outcome of a case, as text."""
    name, *arguments = operation.split(":", 1)
    argument = arguments[0] if arguments else ""
    try:
        if name == "escape":
            return escaped(re.escape(subject))
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            compiled = re.compile(pattern, flags)
        if name == "compile":
            told = "".join(f" warning={escaped(str(w.message))}" for w in caught)
            names = " ".join(f"{escaped(k)}={v}" for k, v in compiled.groupindex.items())
            return f"groups={compiled.groups} flags={int(compiled.flags)} {names}{told}"
        if name in ("search", "match", "fullmatch"):
            numbers = [int(n) for n in argument.split(",")] if argument else []
            return shown(getattr(compiled, name)(subject, *numbers))
        if name == "iter":
            return "; ".join(shown(m) for m in compiled.finditer(subject))
        if name == "split":
            pieces = compiled.split(subject, int(argument or 0))
            return " | ".join("-" if p is None else f"<{escaped(p)}>" for p in pieces)
        if name == "sub":
            template = argument.encode("latin-1") if isinstance(pattern, bytes) else argument
            result, count = compiled.subn(template, subject)
            return f"{count} <{escaped(result)}>"
    except re.PatternError as error:
        return escaped(f"error: {error} [{error.msg}] {error.pos} {error.lineno} {error.colno}")
    except (ValueError, OverflowError, IndexError) as error:
        return escaped(f"{type(error).__name__}: {error}")
    raise SystemExit(f"unknown operation {operation!r}")


def line(pattern, flags, operation, subject):
    """The table line of a case."""
    if isinstance(pattern, bytes):
        kind = "b"
    else:
        kind = "s"
    flags = int(flags)
    result = run(pattern, flags, operation, subject)
    fields = [kind, str(flags), escaped(pattern), escaped(operation), escaped(subject), result]
    assert not any("\t" in field or "\n" in field for field in fields)
    return "\t".join(fields)
