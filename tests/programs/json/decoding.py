import json

good = [
    "[]", "{}", '""', " [ 1 , 2 ] ", '{"a": 1, "a": 2, "b": [true, false, null]}', "-0", "-0.0", "1e5", "1E-2", "123456789012345678901234567890",
    "0.1", '"\\u00e9\\ud834\\udd1e\\n\\/"', '"\\ud834x"', "[NaN, Infinity, -Infinity]", '"é𝄞"', "1.5e400", "\t\r\n 1 \n",
    '[{"k": {"k": {"k": []}}}]', "9223372036854775807", "-9223372036854775809", "999999999999999999", "1" * 25,
]
for text in good:
    print(ascii(text), "->", ascii(json.loads(text)))
bad = [
    "", " ", "[", "[1", "[1,", "[1,]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{1:2}", "{'a':1}", "[1 2]", '{"a" 1}', "nul", "tru", "1 2",
    '"abc', '"\x01"', '"\\x"', '"\\u12"', '"\\u12G4"', '"\\', "-", "-a", "01", "1.", ".5", "+1", "[1]]", "\ufeff1", "\n\n  x", '["a\nb"]', "NaNa", "--1", "1e",
    '{"a":1 "b":2}', '"\\ud834\\u"', "// x", "[1,,2]", "{,}",
]
for text in bad:
    try:
        print(ascii(text), "->", json.loads(text))
    except json.JSONDecodeError as e:
        print(ascii(text), "|", e, "|", e.msg, e.pos, e.lineno, e.colno, e.doc == text)
for data in (b"[1]", b"\xef\xbb\xbf[2]", "[3]".encode("utf-16"), "[4]".encode("utf-32"), "[5]".encode("utf-16-be"), "[6]".encode("utf-32-le"), b"7", b""):
    try:
        print(json.loads(data))
    except ValueError as e:
        print(e)
for make in (
    lambda: json.loads(b"\xff"),
    lambda: json.loads(5),
    lambda: json.loads(None),
    lambda: json.loads("[1.5, 2]", parse_float=lambda s: "f" + s, parse_int=lambda s: "i" + s),
    lambda: json.loads("[NaN, -Infinity]", parse_constant=lambda c: c),
    lambda: json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())),
    lambda: json.loads('{"a": {"b": 1}, "a": 2}', object_pairs_hook=lambda pairs: pairs),
    lambda: json.loads('"\x01\n"', strict=False),
    lambda: json.loads("1" * 5000),
    lambda: json.loads("[" * 100000),
    lambda: json.loads('{"a":' * 100000),
    lambda: json.loads("1", foo=2),
    lambda: json.JSONDecoder().raw_decode("[1] tail"),
    lambda: json.JSONDecoder().raw_decode("xx[1] tail", 2),
    lambda: json.JSONDecoder().raw_decode(" 1"),
    lambda: json.JSONDecoder().raw_decode("1", -1),
    lambda: json.JSONDecoder().raw_decode("1", 5),
    lambda: json.loads('{"a": 1}', object_hook=lambda d: 1 / 0),
    lambda: json.decoder.scanstring('x"a\\n"y', 2),
    lambda: json.detect_encoding(b"\0["),
):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, str(e)[:120])
e = json.JSONDecodeError("msg", "ab\ncd", 4)
print(repr(e), e.args, e.__reduce__(), isinstance(e, ValueError), json.decoder.JSONDecodeError is json.JSONDecodeError)
data = {"list": [1, 2.5, None, True], "nested": {"é": ["𝄞", ""]}, "n": -17, "big": 2**70}
print(json.loads(json.dumps(data)) == data, json.loads(json.dumps(data, indent=3, ensure_ascii=False)) == data)
import io

print(json.load(io.StringIO('{"x": [1]}')), json.load(io.BytesIO(b"[true]")))
a, b = json.loads('[{"key": 1}, {"key": 2}]')
print([list(d)[0] is list(a)[0] for d in (a, b)])
big = "[" + ",".join('{"id": %d, "name": "item %d", "tags": ["a", "b"]}' % (i, i) for i in range(300)) + "]"
loaded = json.loads(big)
print(len(loaded), loaded[299], json.dumps(loaded).replace(" ", "") == big.replace(" ", ""))
