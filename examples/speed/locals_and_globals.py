"""A global name is looked up at each use; a local variable is a register that instructions read in place.

Loops at module level are therefore slower than the same loops in a function, and a global that a hot loop needs is
worth a local name.
"""

from measure import claim, compare

factor = 3


def with_global():
    total = 0
    for i in range(10_000):
        total += i * factor
    return total


def with_local():
    total = 0
    local = factor
    for i in range(10_000):
        total += i * local
    return total


slow, fast = compare("A global or a local in a loop", with_global, with_local)
claim("the local saves an instruction a round", slow.instructions - fast.instructions > 9_000)
claim("neither takes memory that grows with the rounds", slow.peak < 1000 and fast.peak < 1000)
