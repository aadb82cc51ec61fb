# runs: plain leaks; a collection at every allocation would take minutes
# Every method of list with a few hundred combinations of arguments.
from _lib.probe import run

run("list", ["[]", "[3, 'a', 1.5]", "[2, 1, 3, 1]"])
