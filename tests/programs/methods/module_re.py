# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module re with a few hundred combinations of arguments.
from _lib.probe import ALL, module

EXTRA = ["'a', 'banana'", "'(a)(n)?', 'banana'", "'a', b'banana'", "b'a', 'banana'", "'a', 'x', 'banana'", "'(a', 'x', 'y'", "'(?P<n>a)', r'\\g<n>!', 'banana'", "'a', r'\\g<m>', 'banana'", "'a', r'\\1', 'banana'", "'a', lambda m: m.end(), 'banana'",
         "'a', lambda m: 'q', 'banana', 2", "'a', 'x', 'banana', count=-1", "'a', 'x', 'banana', 0, 2", "'A', 'banana', 2", "'[', 'x'", "'*', 'x'", "'a{2,1}', 'x'", "'(?<=a*)b', 'x'", "'a**', 'x'", "'(?P<1>a)', 'x'", "'x', 'x', flags='i'", "'', 'abc'", "'b*', '-', 'abc'", "5, 'a'"]
module("re", "compile escape findall finditer fullmatch match search split sub subn template".split()[:-1], [each for each in ALL if "Key(" not in each and "-1" not in each and "-0.0" not in each and each != "b'a', None, [1, 'a']"], extra=EXTRA)
