# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module operator with a few hundred combinations of arguments.
from _lib.probe import module

module("operator", """abs add and_ attrgetter concat contains countOf delitem eq floordiv ge getitem gt iadd iand iconcat
ifloordiv""".split())
