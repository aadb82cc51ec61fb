# runs: plain
# Long texts are worked on part by part; what lies across a border between two parts must not be seen.
import base64
import binascii
import io
import json
import re

PART = 1 << 22
SMALL = 1 << 18

for unit in "a", "€":
    for shift in -1, 0:
        text = unit * (PART + shift) + "xy" + unit * 10
        print(
            text.find("xy") - PART,
            text.rfind("xy") - PART,
            len(text.split("xy")[0]) - PART,
            len(text.rsplit("xy", 1)[0]) - PART,
            [len(part) - PART for part in text.partition("xy")][:1],
            [len(part) - PART for part in text.rpartition("xy")][:1],
            re.search("[x-z]", text).start() - PART,
            re.search("xy", text).start() - PART,
            re.match("[^x]*", text).end() - PART,
            re.match(".*?x", text).end() - PART,
            re.match(".*[xz]", text).end() - PART,
            text.count("xy"),
        )

for shift in -1, 0:
    words = "a" * (PART + shift) + " \r\n " + "b" * PART
    print([len(word) - PART for word in words.split()], [len(word) - PART for word in words.rsplit(None, 1)])
    print([len(line) - PART for line in words.splitlines()], [len(line) - PART for line in words.encode().splitlines()])

# Needles that are long themselves.
needle = "ab" * PART + "c"
hay = "ab" * 7 + needle + "ab" * 9 + needle
print(hay.find(needle), hay.rfind(needle) - len(needle), hay.count(needle), len(hay.split(needle)), hay.find("d" + needle))
wide = "€" * PART + "é"
print(("€€" + wide + "€").find(wide), ("€€" + wide + wide).rfind(wide) - PART, (wide[1:] + wide).count(wide))
print(("ab" * PART * 2).find(needle), ("ab" * PART * 2).rfind("c" + needle))

# Bytes in which a byte depends on those before it.
for shift in -1, 0, 1:
    data = b"A" * (PART + shift) + b"bC dE"
    title, capital = data.title(), data.capitalize()
    print(title[:2], title[-6:], capital[:2], capital[-6:], data.istitle(), title.istitle(), data.islower(), title.isupper())
    tabs = b"a" * (SMALL + shift) + b"\tb\tc"
    print(len(tabs.expandtabs()) - SMALL, len(tabs.translate(None, b"a")), tabs.isascii(), tabs.isalpha())
    print(data[::3][-3:], data[::-2][:3], data < data + b"a", data[:-1] + b"F" > data, data == data[:-1] + b"E")

# Encodings.
for shift in -2, -1, 0:
    text = "é" * (PART + shift) + "€😀z"
    for encoding in "utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-be":
        data = text.encode(encoding)
        print(encoding, len(data) - PART, data.decode(encoding) == text, end="; ")
    print()
    for work in (
        lambda: text.encode("latin-1"),
        lambda: (text + "a").encode("ascii"),
        lambda: (b"a" * (PART + shift) + b"\xe2\x82x").decode(),
        lambda: (b"a" * (PART + shift) + b"\xe2\x82").decode(),
        lambda: (b"a" * (PART + shift) + b"\xff").decode("ascii"),
    ):
        try:
            print(len(work()))
        except UnicodeError as error:
            print(error.encoding, error.start - PART, error.end - PART, error.reason, end="; ")
    print()

# Texts of numbers and of data.
data = bytes(range(256)) * 6200
encoded = base64.b64encode(data)
print(len(encoded), base64.b64decode(encoded) == data, binascii.crc32(data), binascii.crc_hqx(data, 0))
print(binascii.unhexlify(binascii.hexlify(data)) == data, binascii.a2b_qp(binascii.b2a_qp(data, istext=False)) == data)
text = '"\\n€' * SMALL
print(json.loads(json.dumps(text)) == text, json.loads("[" + " " * (2 * SMALL) + "1" + " " * SMALL + "]"))
text = "a" * (PART + 5) + "\\u20ac"
print(json.loads('"' + text + '"') == "a" * (PART + 5) + "€", int(" " * PART + "12" + " " * PART))
escaped = re.escape("a.€*" * SMALL)
print(len(escaped), escaped[:8], escaped == re.escape("a.€*") * SMALL, re.escape(b"-a" * SMALL) == b"\\-a" * SMALL)
print(len(f"{1:_>{PART + 3}}"), len("%*d" % (PART + 3, 1)), len("{:€^{}}".format("a", PART + 3)), "a".center(PART + 1)[-2:])
print(hash("a" * (PART * 5)) == hash("a" * PART * 5), hash(b"a" * (PART * 5)) == hash(b"a" * PART * 5))
file = io.BytesIO()
file.seek(SMALL + 7)
file.write(b"x")
print(file.getvalue().count(0) - SMALL, file.tell() - SMALL)
