import warnings


def first():
    warnings.warn("same text")


def second():
    warnings.warn("same text")


def deeper(level):
    warnings.warn(f"level {level}", stacklevel=level)
