"""Bytes quoted so that they can be printed."""

import binascii
from encodings._simple import make


def quopri_encode(input, errors="strict"):
    assert errors == "strict"
    return binascii.b2a_qp(input, quotetabs=True), len(input)


def quopri_decode(input, errors="strict"):
    assert errors == "strict"
    return binascii.a2b_qp(input), len(input)


def getregentry():
    return make("quopri", quopri_encode, quopri_decode, text=False)
