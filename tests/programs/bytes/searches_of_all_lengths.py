# Needles at every place of texts around the lengths that are searched in blocks, in bytes and text alike.
import binascii
import base64

checked = 0
for size in (2, 3, 5, 9):
    needle = bytes(range(65, 65 + size))
    for length in (size, 8, 31, 32, 33, 64, 65, 100, 2047, 2048, 2049, 2100):
        if length < size:
            continue
        for place in {0, 1, 7, 8, 30, 31, 32, 33, length // 2, length - size - 1, length - size}:
            if not 0 <= place <= length - size:
                continue
            hay = b"A" * place + needle + b"E" * (length - size - place)
            text = hay.decode()
            found = hay.find(needle)
            assert found == text.find(needle.decode()) == hay.index(needle) == min(place, found), (size, length, place)
            assert hay.count(needle) == text.count(needle.decode()) == 1
            assert hay.replace(needle, b"-") == hay[:place] + b"-" + hay[place + size:]
            assert text.split(needle.decode()) == [text[:place], text[place + size:]]
            assert text.partition(needle.decode()) == (text[:place], needle.decode(), text[place + size:])
            assert needle in hay and needle.decode() in text and needle + b"!" not in hay
            checked += 1
print(checked)
print((b"a" * 2000).find(b"a" * 50 + b"b" + b"a" * 50), ("a" * 2000).count("aab"), ("ab" * 1000).count("ba"))
print("fox and fox" .replace("fox", "cat"), "fox fox fox".replace("fox", "cat", 2), b"a,b,,c,".split(b","), b"abc".split(b","))
print(b"x" in b"xyz" * 200, 121 in b"xyz" * 200, 255 in b"xyz")
for bad in (256, -1, "x"):
    try:
        print(bad in b"xyz")
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
data = bytes(range(256)) * 3
print(data.hex() == binascii.hexlify(data).decode(), bytes.fromhex(data.hex()) == data, b"\x01\xff".hex(), b"".hex())
print(binascii.crc32(data), binascii.crc32(b"123456789"), binascii.crc32(data[:77], 12345), binascii.crc32(b""))
for length in range(0, 12):
    coded = base64.b64encode(data[:length])
    assert base64.b64decode(coded) == data[:length]
    print(coded.decode(), end=" ")
print(base64.b64decode("YWJj\nZGVm Z2hp"), base64.b64decode(b"YQ==YQ=="))
print(data[::5][:6], data[3:200:7][-3:], data[::-50][:4], data.translate(bytes(reversed(range(256))))[:4])
