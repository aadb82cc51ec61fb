import sys

try:
    sys.exit("the end")
finally:
    print("finally")
