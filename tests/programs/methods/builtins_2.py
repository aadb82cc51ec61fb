# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module builtins with a few hundred combinations of arguments.
from _lib.probe import functions

functions("eval exec filter format getattr hasattr hex isinstance issubclass iter len map max min".split())
