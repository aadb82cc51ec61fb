# runs: plain leaks; a collection at every allocation would take minutes
# Functions of modules bisect and heapq with a few hundred combinations of arguments.
from _lib.probe import ALL, module

LISTS = ["[1, 3, 3, 5], 3", "[1, 3], 2, 1", "[1, 3], 2, -1", "[1, 3], 2, 0, 9", "[1, 3], 2, 0, None", "[1, 'a'], 2", "[], Key()", "[1, 2], 1, key=str",
         "[3, 1], 2, lo=1, hi=0", "[1], 1, key=5", "[1, 2], 3, hi=Index(1)", "Sequence('a', 'c'), 'b'", "[3, 1, 2]", "[2, 'a']", "[Key(0, KeyError('lt')), 1]"]
module("bisect", "bisect bisect_left bisect_right insort insort_left insort_right".split(), [each for each in ALL if "{1}, 1" not in each and "[1, 'a']" not in each], extra=LISTS)
module("heapq", "heapify heappop heappush heappushpop heapreplace nlargest nsmallest".split(), extra=LISTS + ["2, [1, 5, 3]", "2, [1, 5, 3], key=lambda x: -x", "0, [1]", "-1, [1]", "5, 'banana'"])
module("heapq", ["merge"], extra=["[1, 4], [2, 3]", "[1], ['a']", "[1, 2], [0], reverse=True", "['b'], ['a'], key=len", "[1], 5"])
