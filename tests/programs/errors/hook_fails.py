import sys


def hook(kind, value, traceback):
    return kind[0] + value


sys.excepthook = hook
raise LookupError("original")
