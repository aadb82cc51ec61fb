# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module functools with a few hundred combinations of arguments.
from _lib.probe import module

module("functools", "cmp_to_key reduce partial total_ordering wraps singledispatch".split())
