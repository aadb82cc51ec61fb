# runs: plain leaks; a collection at every allocation would take minutes
# Functions of modules copy, string, keyword and reprlib with a few hundred combinations of arguments.
from _lib.probe import ALL, module

module("copy", "copy deepcopy replace".split(), [each for each in ALL if "iter(" not in each and "generator" not in each])
module("string", ["capwords", "Template"], extra=["'hello  world'", "'a-b', '-'", "' a  b ', None"])
module("keyword", ["iskeyword", "issoftkeyword"])
module("reprlib", ["repr"], [each for each in ALL if each not in ("len", "lambda x: x", "lambda: 1/0") and "iter(" not in each and "generator" not in each])
