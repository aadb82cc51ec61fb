"""Writes `cases.tsv`: texts and what `json` makes of them. Run it with CPython 3.13.

A line is: text, `strict` (1 or 0), what was found or the error; then for strings the two ways to
quote them. Everything but printable ASCII, and the backslash, is written as `\\{hex}`.
"""
import json
import json.decoder
import json.encoder
import pathlib
import random


def escaped(text):
    return "".join(c if " " <= c <= "~" and c != "\\" else "\\{%x}" % ord(c) for c in text)


def shown(value):
    """Events as the visitor of tests/json.rs writes them."""
    if isinstance(value, dict):
        return "{" + "".join(f"<{escaped(k)}>:" + shown(v) for k, v in value["pairs"]) + "}"
    if isinstance(value, list):
        return "[" + "".join(shown(v) for v in value) + "]"
    if isinstance(value, tuple):
        return value[0]
    if isinstance(value, str):
        return f"<{escaped(value)}>"
    return {None: "null;", True: "true;", False: "false;"}[value]


decoders = [
    json.JSONDecoder(
        strict=strict,
        parse_int=lambda t: (f"int {t};",),
        parse_float=lambda t: (f"float {t};",),
        parse_constant=lambda t: (f"constant {t};",),
        object_pairs_hook=lambda pairs: {"pairs": pairs},
    )
    for strict in (False, True)
]


def line(text, strict=1):
    try:
        value, end = decoders[strict].raw_decode(text)
        result = f"{shown(value)} {end}"
    except json.JSONDecodeError as error:
        result = f"{error.msg}: {error.lineno} {error.colno} {error.pos}"
    return "\t".join([
        escaped(text), str(strict), escaped(result),
        escaped(json.encoder.encode_basestring_ascii(text)), escaped(json.encoder.encode_basestring(text)),
    ])


texts = [
    "", " ", "null", "nul", "true", "tru", "false", "x", "NaN", "Na", "Infinity", "Inf", "-Infinity", "-Inf", "-", "--1", "+1",
    "0", "-0", "00", "01", "1", "12", "-12", "1.", "1.5", "1.5.2", ".5", "1e", "1e5", "1E+5", "1e-", "1e-7", "1.5e10x", "-1.25E-3", "1e5.5",
    "123456789012345678901234567890", "[", "]", "[]", "[ ]", "[1", "[1,", "[1,]", "[1 ,]", "[1, ]", "[,]", "[1 2]", "[1,2]", "[1 , 2]", "[[]]",
    "[[],[[]]]", "[1}", "[1\n,\n]", "{", "}", "{}", "{ }", "{1", '{"a"', '{"a"}', '{"a":', '{"a":}', '{"a":1', '{"a":1,', '{"a":1,}', '{"a":1 , }',
    '{"a":1}', '{"a" : 1 , "b":[2]}', '{"a":1 "b":2}', '{"a":1,2}', '{,}', "{'a':1}", '{"a":{"b":{}}}', '{"a":1]', '{"a":1,"a":2}', '{"":""}',
    '"', '"a', '"a"', '""', '"\\', '"\\"', '"\\""', '"\\n\\t\\r\\b\\f\\/\\\\"', '"\\x"', '"\\u"', '"\\u1', '"\\u12', '"\\u123"', '"\\u1234"', '"\\u123g"',
    '"\\u12345"', '"\\uD83D\\uDE00"', '"\\uD83D"', '"\\uD83Dx"', '"\\uD83D\\n"', '"\\uD83D\\u0041"', '"\\uDE00\\uD83D"', '"\\uD83D\\uD83D\\uDE00"', '"\\uD83D\\uZ000"',
    '"\\uD83D\\u12"', '"\\uD83D\\u1', '"\\uD83D\\', '"\n"', '"a\tb"', '"a\x00"', '"\x7f"', '"é"', '"中\\n"', '"\U0001f600"', '"\ud800"', "\ufeff[]", "[1]x", "[1] [2]", "null ",
    '["a\\u00e9b", "c"]', "[\t1\r\n]", "[\x0b1]", "[\xa01]", "\n\n[1,\n2,\n x]", '{\n "a": 1,\n}', "[中]", "中", '{"a":中}', '["中", 12, 1.5e3]', "[1,\n\n", "[tru]", "[-]", "[1.e]",
    "[1,2,3", "[1e1,2E2]", '"\\ud83d\\ude00\\ud83d"', '"\\u00E9"', '"\\U0041"', '"a\\', '{"a\\', "[NaN,-Infinity,Infinity]", "nullnull", "[null,true,false]", "  1", "[1,,2]",
    '{"a":1,,}', '{"a"::1}', '{"a":"b"', '{"a":"b', '{"a\n":1}', '"\\u+123"', '"\\u 123"', '"\\u00_1"',
]
lines = [line(text, strict) for text in texts for strict in (1, 0)]
source = random.Random(5)
while len(lines) < 1500:
    text = "".join(source.choice('[]{},:"\\u1e.-0naté \n/x') if source.random() < 0.4 else source.choice(
        ["[1,", '"a":', '{"k":', "]", "}", "null", "1.5", '"s"', "\\ud83d", "\\n", ", ", "中"]) for _ in range(source.randrange(1, 9)))
    lines.append(line(text, source.randrange(2)))
pathlib.Path(__file__).with_name("cases.tsv").write_text("\n".join(dict.fromkeys(lines)) + "\n", encoding="utf-8")
