# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module textwrap with a few hundred combinations of arguments.
from _lib.probe import ALL, module

EXTRA = ["'the quick brown fox jumps', 10", "'aaaaaaaaaa', 4", "'aaaaaaaaaa', 4, break_long_words=False", "'  a\\n   b\\n'", "'a\\n\\n  b'", "'a b c d e f', 5, placeholder='..'", "'a b c', 0", "'long-hyphenated-word here', 8", "'a b', 5, initial_indent='* ', subsequent_indent='  '", "'a\\tb', 4, expand_tabs=False", "'a b c d', 3, max_lines=1", "'x', 'y'", "'a\\n b', '> '", "'a\\n \\nb', '> ', lambda l: True"]
module("textwrap", "dedent fill indent shorten wrap".split(), [each for each in ALL if "Key(" not in each and "ud800" not in each], extra=EXTRA)
