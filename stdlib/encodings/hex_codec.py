"""Bytes as hexadecimal digits."""

import binascii
from encodings._simple import make


def hex_encode(input, errors="strict"):
    assert errors == "strict"
    return binascii.b2a_hex(input), len(input)


def hex_decode(input, errors="strict"):
    assert errors == "strict"
    return binascii.a2b_hex(input), len(input)


def getregentry():
    return make("hex", hex_encode, hex_decode, text=False)
