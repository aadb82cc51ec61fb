import warnings


def first():
    warnings.warn("same text")
