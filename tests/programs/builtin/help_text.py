# help of functions, classes and builtins: signature and docstring.
def plain(a, b=1, /, c: int = 2, *rest, d, e="x", **more) -> str:
    """Does nothing.

    In two paragraphs.
    """


def bare():
    pass


help(plain)
help(bare)
help(len)
help(sorted)
help([].append)
