import atexit
import sys


def callback(name):
    print("callback", name)


atexit.register(callback, "a")
atexit.register(callback, "b")
try:
    sys.exit(3)
finally:
    print("finally")
