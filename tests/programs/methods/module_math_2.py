# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module math with a few hundred combinations of arguments.
from _lib.probe import ALL, module

module("math", """fmod frexp fsum gamma gcd hypot isclose isfinite isinf isnan isqrt lcm ldexp lgamma log log10 log1p log2 modf
nextafter perm pow prod radians remainder sin sinh sqrt sumprod tan tanh trunc ulp""".split(), combinations=[each for each in ALL if "**" not in each and "Index(2" not in each])
