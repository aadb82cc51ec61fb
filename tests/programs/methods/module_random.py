# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module random with a few hundred combinations of arguments, each from the same seed.
import random

from _lib.probe import ALL, module

EXTRA = ["10", "1, 10, 3", "5, 5", "'abc'", "range(10), 3", "[1, 2], k=2", "'abc', [1, 2, 3], k=4", "'abc', cum_weights=[1, 2, 3], k=3", "[1, 2], [0, 0]", "'abc', [1]", "range(5), 9", "[1, 2], 2, counts=[1, 3]",
         "1.5, 2", "0, 1, 0.5", "2, 3", "0.5, 2.0", "-1.0", "20, 0.25", "3, 1.5", "16", "64", "1, 2, 3, 4"]
few = [each for each in ALL if "2**6" not in each and "10**30" not in each and "1e300" not in each and "2**63" not in each and "2**70" not in each]
module("random", """choice choices expovariate gauss getrandbits lognormvariate normalvariate
paretovariate randbytes randint random randrange shuffle triangular uniform weibullvariate""".split(), few, before=lambda: random.seed(1), extra=EXTRA)
module("random", ["sample"], [], before=lambda: random.seed(1), extra=EXTRA)
