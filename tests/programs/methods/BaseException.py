# runs: plain leaks; a collection at every allocation would take minutes
# Every method of BaseException with a few hundred combinations of arguments.
from _lib.probe import run

run("BaseException", ["BaseException('a', 1)"])
