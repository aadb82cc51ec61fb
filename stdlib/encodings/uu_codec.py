"""Bytes as uuencode writes them."""

import binascii
from encodings._simple import make


def uu_encode(input, errors="strict", filename="<data>", mode=0o666):
    assert errors == "strict"
    filename = filename.replace("\n", "\\n").replace("\r", "\\r")
    lines = [f"begin {mode & 0o777:o} {filename}\n".encode("ascii")]
    lines += (binascii.b2a_uu(input[start:start + 45]) for start in range(0, len(input), 45))
    lines.append(b" \nend\n")
    return b"".join(lines), len(input)


def uu_decode(input, errors="strict"):
    assert errors == "strict"
    lines = iter(input.splitlines(keepends=True))
    for line in lines:
        if line.startswith(b"begin"):
            break
    else:
        raise ValueError('Missing "begin" line in input data')
    result = []
    for line in lines:
        if line == b"end\n" or line == b"end":
            return b"".join(result), len(input)
        try:
            result.append(binascii.a2b_uu(line))
        except binascii.Error:
            # Some encoders write lines that are too long.
            count = ((line[0] - 32 & 63) * 4 + 5) // 3
            result.append(binascii.a2b_uu(line[:count]))
    raise ValueError("Truncated input data")


def getregentry():
    return make("uu", uu_encode, uu_decode, text=False)
