"""Bytes in base 64, in lines."""

import base64
from encodings._simple import make


def base64_encode(input, errors="strict"):
    assert errors == "strict"
    return base64.encodebytes(input), len(input)


def base64_decode(input, errors="strict"):
    assert errors == "strict"
    return base64.decodebytes(input), len(input)


def getregentry():
    return make("base64", base64_encode, base64_decode, text=False)
