import atexit
import sys

atexit.register(lambda: print("callback 1"))
atexit.register(lambda: print("callback 2", file=sys.stderr))
print("before")
raise ValueError("uncaught")
