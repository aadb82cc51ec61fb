# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module builtins with a few hundred combinations of arguments.
from _lib.probe import functions

functions("abs aiter anext all any ascii bin callable chr classmethod compile delattr divmod enumerate".split())
