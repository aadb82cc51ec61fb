# runs: plain leaks; a collection at every allocation would take minutes
# Every method of dict with a few hundred combinations of arguments.
from _lib.probe import run

run("dict", ["{}", "{'a': 1, 2: [3]}"])
