# base64 and binascii: all alphabets, bad input, checksums.
import base64
import binascii


def show(function, *args, **kwargs):
    try:
        print(function.__name__, repr(function(*args, **kwargs)))
    except Exception as error:
        print(function.__name__, type(error).__module__, type(error).__name__, error)


samples = [b"", b"a", b"ab", b"abc", b"abcd", b"abcde", b"\0\0\0\0", b"    ", b"\xff" * 7, bytes(range(40))]
for data in samples:
    for encode, decode in [("b64encode", "b64decode"), ("b32encode", "b32decode"), ("b32hexencode", "b32hexdecode"), ("b16encode", "b16decode"), ("b85encode", "b85decode"), ("a85encode", "a85decode"), ("z85encode", "z85decode"), ("urlsafe_b64encode", "urlsafe_b64decode"), ("encodebytes", "decodebytes")]:
        encoded = getattr(base64, encode)(data)
        print(encode, encoded, getattr(base64, decode)(encoded) == data)
    print(base64.a85encode(data, adobe=True, wrapcol=6, foldspaces=True), base64.a85encode(data, pad=True), base64.b85encode(data, pad=True))
for text in ["YWJj", "YWJ", "YW", "Y", "YW==", "YW=", "YW==YW==", "=YWJj", "YW=J", "Y=W=", "YWJj\n", "YW!Jj", "é", "", "====", "YWJjZ", "YWJjZA==x", "A===", "AA=A"]:
    show(base64.b64decode, text)
    show(base64.b64decode, text, validate=True)
    show(binascii.a2b_base64, text)
show(base64.b64encode, "abc")
show(base64.b64encode, b"\xff\xfe", altchars=b"-_")
show(base64.b64encode, b"\xff\xfe", b"-")
show(base64.b64decode, b"__4=", b"-_")
show(base64.b64decode, 5)
show(base64.b32decode, "mfrgg===")
show(base64.b32decode, "mfrgg===", casefold=True)
show(base64.b32decode, "MFRGG")
show(base64.b32decode, "M1======", map01="L")
show(base64.b32decode, "M!======")
show(base64.b16decode, "ab")
show(base64.b16decode, "ab", True)
show(base64.b16decode, "ABC")
show(base64.b16decode, "AG")
show(base64.a85decode, b"zz")
show(base64.a85decode, b"y", foldspaces=True)
show(base64.a85decode, b"abz")
show(base64.a85decode, b"\x80")
show(base64.a85decode, b"uuuuu")
show(base64.a85decode, b"abc", adobe=True)
show(base64.b85decode, b"\x80")
show(base64.b85decode, b"~~~~~")
show(base64.z85decode, b"~")
show(base64.encodebytes, "a")
for data in [b"", b"abc", b"abc" * 100]:
    show(binascii.crc32, data)
    show(binascii.crc32, data, 12345)
    show(binascii.crc_hqx, data, 0)
    show(binascii.hexlify, data[:10], "-", 2)
    show(binascii.b2a_base64, data[:10], newline=False)
show(binascii.crc32, "abc")
show(binascii.crc32, b"abc", -1)
show(binascii.crc32, b"abc", 2**70)
show(binascii.hexlify, b"abc", b":", -2)
show(binascii.hexlify, "abc")
show(binascii.hexlify, b"abc", "ab")
show(binascii.unhexlify, "6162")
show(binascii.unhexlify, b"616")
show(binascii.unhexlify, b"6g")
show(binascii.unhexlify, "é")
show(binascii.unhexlify, 5)
for data in [b"", b"abc", b"a" * 45, b"a" * 46, b"\0\0"]:
    show(binascii.b2a_uu, data)
    show(binascii.b2a_uu, data, backtick=True)
for data in [b"#86)C\n", b"#86)C", b"#86", b"", b"\n", b"#86)C extra", b"#\x01", b" \n"]:
    show(binascii.a2b_uu, data)
for data in [b"", b"a=b", b"a b \n", b"a\tb\t\r\n", b"\xff" * 40, b"x" * 100, b".\n.", b"_ _", b"a\r\nb\nc"]:
    show(binascii.b2a_qp, data)
    show(binascii.b2a_qp, data, quotetabs=True)
    show(binascii.b2a_qp, data, istext=False)
    show(binascii.b2a_qp, data, header=True)
for data in [b"a=3Db", b"a=\nb", b"a=", b"a==", b"a=3", b"a=zz", b"_a", b"a= \nb", b"=\r\nx"]:
    show(binascii.a2b_qp, data)
    show(binascii.a2b_qp, data, header=True)
print(issubclass(binascii.Error, ValueError), binascii.Error, binascii.Incomplete)
