# runs: plain leaks; a collection at every allocation would take minutes
# Every method of UnicodeEncodeError with a few hundred combinations of arguments.
from _lib.probe import run

run("UnicodeEncodeError", ["UnicodeEncodeError('utf-8', 'abc', 1, 2, 'why')"])
