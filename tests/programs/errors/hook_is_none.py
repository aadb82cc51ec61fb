import sys

sys.excepthook = None
raise LookupError("original")
