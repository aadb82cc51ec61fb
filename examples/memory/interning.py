# Equal strings may be one object: those that the compiler makes of names, and those that are interned.
import sys

first = "ant" + "hill"
second = "anthill"
print("constants of one module:", first is second)
built = "".join(["ant", "hill"])
print("built at run time:", built == second, built is second)
print("interned:", sys.intern(built) is sys.intern(second))
