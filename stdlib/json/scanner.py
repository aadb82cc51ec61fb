"""What finds the next value of a JSON text."""

import re

__all__ = ["make_scanner"]

NUMBER_RE = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?")


def make_scanner(context):
    """A function that gives the value at a place of a text, and the place behind it."""
    return context.raw_decode


c_make_scanner = py_make_scanner = make_scanner
