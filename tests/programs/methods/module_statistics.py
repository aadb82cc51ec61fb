# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module statistics with a few hundred combinations of arguments.
from _lib.probe import ALL, module

EXTRA = ["[1, 2, 3, 4]", "[1.5, 2.5]", "[1]", "[1, 2], [3, 4]", "[1, 2, 3], [1, 5, 7]", "[1, 1, 2, 2]", "[2, 4], weights=[1, 3]", "['a', 'b', 'a']", "[1, 2, 3], n=4", "[1, 2, 3], 2.0", "[float('nan'), 1]", "[1, 'a']", "[0, 1]", "[-1, 2]", "[1, 2, 3], method='inclusive'", "[1, 2], n=0", "[1, 2, 3], interval=2"]
module("statistics", """correlation covariance fmean geometric_mean harmonic_mean linear_regression mean median median_grouped median_high median_low mode
multimode pstdev pvariance quantiles stdev variance""".split(), [each for each in ALL if "Len(1" not in each and "2**6" not in each and "30" not in each and "1e300" not in each], extra=EXTRA)
