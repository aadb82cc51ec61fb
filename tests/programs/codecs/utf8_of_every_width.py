# UTF-8 of texts of every width, with and without surrogates.
for text in ("é", "naïve", "ÿ" * 40, "–", "a–é" * 50, "𝄞", "a𝄞–é" * 30, "\x7f\x80\u07ff\u0800\uffff\U00010000\U0010ffff"):
    data = text.encode()
    assert data.decode() == text and data == text.encode("utf8", "ignore") == b"".join(c.encode() for c in text)
    print(len(text), len(data), data[:12])
for text in ("\ud800", "a–\udfff", "é" * 30 + "\udc80𝄞"):
    for errors in ("strict", "ignore", "replace", "surrogateescape", "surrogatepass", "xmlcharrefreplace", "unheard"):
        try:
            print(errors, text.encode("utf-8", errors)[-12:])
        except (UnicodeEncodeError, LookupError) as error:
            print(errors, error)
print("é".encode("utf-8", "unheard"))
