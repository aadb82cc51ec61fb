import sys


def hook(kind, value, traceback):
    print(kind.__name__, value, traceback is not None)
    sys.exit(4)


sys.excepthook = hook
1 / 0
