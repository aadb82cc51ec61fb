# runs: plain leaks; a collection at every allocation would take minutes
# The iterators of module itertools with a few hundred combinations of arguments.
from _lib.probe import ALL, module

EXTRA = ["'abc', 2", "[1, 2, 3], 2", "3, 2", "'ab', repeat=2", "'ab', repeat=-1", "[1, 2], [3]", "[1, 2], 'a', fillvalue=0", "len, [[1], []]", "bool, [0, 1, 2]",
         "[1, 2, 3], lambda a, b: a - b", "[1, 2], initial=5", "pow, [(2, 3), (3, 2)]", "'AABB'", "'AAbb', str.lower", "'abcdef', 1, None, 2", "'abc', -1", "'abc', 0, 2, 0",
         "'abc', [1, 0, 1]", "'abcdef', 4, strict=True", "5, -2", "1.5, 0.5", "'x', 3", "'x', times=-1", "[[1], [2]]", "[1, 5]", "'abc', 0", "[1], n=1"]
module("itertools", "accumulate batched chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby islice pairwise permutations".split(),
       [each for each in ALL if "2**6" not in each and "10**30" not in each], extra=EXTRA)
module("itertools", "product repeat starmap takewhile tee zip_longest".split(), [each for each in ALL if "2**6" not in each and "10**30" not in each], extra=EXTRA)
