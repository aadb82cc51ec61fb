# runs: plain leaks; a collection at every allocation would take minutes
# Every method of UnicodeDecodeError with a few hundred combinations of arguments.
from _lib.probe import run

run("UnicodeDecodeError", ["UnicodeDecodeError('utf-8', b'abc', 1, 2, 'why')"])
