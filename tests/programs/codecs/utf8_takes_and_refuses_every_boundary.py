"""UTF-8 of sequences around every boundary: what is decoded, and what is not well-formed."""

bytes_at_edges = [0x00, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF]
bytes_at_edges += [0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF]


def attempt(data):
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return error.start, error.end, error.reason


good = bad = 0
total = 0
for a in bytes_at_edges:
    for b in bytes_at_edges:
        for c in bytes_at_edges:
            for d in (0x41, 0x80, 0x8F, 0x90, 0xBF, 0xC3):
                for prefix in (b'', b'plain text ', 'é'.encode(), '€ and'.encode()):
                    data = prefix + bytes([a, b, c, d])
                    result = attempt(data)
                    if isinstance(result, str):
                        assert result.encode() == data
                        good += 1
                        total = (total * 31 + sum(map(ord, result))) % 1000003
                    else:
                        bad += 1
                        total = (total * 31 + result[0] * 7 + result[1] + len(result[2])) % 1000003
print(good, bad, total)

for cut in range(1, 5):
    print(attempt('naïve – “über” 😀'.encode()[:-cut]), attempt('😀'.encode()[:cut]))

texts = ['é', 'é' * 70, 'ÿ€', '€' * 300, '😀', 'a' * 50 + '😀' * 20 + 'é€' * 40, '\x7f\x80\u07ff\u0800\uffff\U00010000\U0010ffff']
for text in texts:
    data = text.encode()
    print(len(text), len(data), data.decode() == text, data[:12], data[-6:])
for text in ('\ud800', 'abc\udfffé', '€' * 100 + '\udc80' + '€', '😀\ud834x'):
    for errors in ('strict', 'replace', 'surrogatepass', 'surrogateescape', 'xmlcharrefreplace'):
        try:
            print(errors, text.encode('utf-8', errors)[-12:])
        except UnicodeEncodeError as error:
            print(errors, error.start, error.end, error.reason)
