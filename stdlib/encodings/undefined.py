"""A codec that refuses everything."""

from encodings._simple import make


def _refuse(input, errors="strict"):
    raise UnicodeError("undefined encoding")


def getregentry():
    return make("undefined", _refuse, _refuse)
