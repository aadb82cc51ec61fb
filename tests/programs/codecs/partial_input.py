# Decoders that are given their input in parts: UTF-7, marks of UTF-16 and UTF-32, surrogates.
import codecs
def tr(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
for data in (b'+2D3eAQ', b'+2D3eAQ-x', b'a+2D3', b'+', b'+-', b'a+', b'a+AGE', b'abc+AGE-', b'+AG', b'x+2D', b'\xff', b'+\xff', b'+AAAA', b'a+IKx', b'+2AA-b', b'~', b'a\\b'):
    for final in (False, True):
        tr(codecs.utf_7_decode, data, 'strict', final); tr(codecs.utf_7_decode, data, 'replace', final); tr(codecs.utf_7_decode, data, 'ignore', final)
d = codecs.getincrementaldecoder('utf-7')()
out=[]
for b in b'Hi +2D3eAQ- there +AGE-b+AGI':
    try: out.append(d.decode(bytes([b])))
    except Exception as e: out.append(repr(e))
print(out); tr(d.decode, b'', True); print(d.getstate())
tr(lambda: 'a\U00010001~é+b'.encode('utf-7')); tr(lambda: '\ud800'.encode('utf-7')); tr(codecs.utf_7_encode,'aé','strict')
for enc in ('utf-16', 'utf-32'):
    D = codecs.getincrementaldecoder(enc)
    for data in (b'\xff\xfea\x00', b'\xfe\xff\x00a', b'a\x00b\x00', b'\xff', b'', b'\xff\xfe\x00\x00a\x00\x00\x00', b'\x00\x00\xfe\xff\x00\x00\x00a', b'\x00a'):
        d = D()
        out = []
        for b in data:
            try: out.append(d.decode(bytes([b])))
            except Exception as e: out.append(repr(e))
        out.append(d.getstate())
        try: out.append(d.decode(b'', True))
        except Exception as e: out.append(repr(e))
        print(enc, data, out, d.getstate())
        d.reset(); print(d.getstate()); 
        try: d.setstate((b'a', 0)); print(d.getstate(), d.decode(b'\0'*7))
        except Exception as e: print(type(e).__name__, e)
        try: d.setstate((b'', 1)); print(d.getstate()); d.setstate((b'', 2)); print(d.getstate())
        except Exception as e: print(type(e).__name__, e)
    import io
    for data in (b'a\x00b\x00', b'\xff\xfea\x00', b'ab', b'\xff\xfe\xff\xfea\x00',b'\xff\xfe\x00\x00a\x00\x00\x00'):
        tr(lambda: codecs.getreader(enc)(io.BytesIO(data)).read()); tr(data.decode, enc); tr(lambda: io.TextIOWrapper(io.BytesIO(data), enc).read())
for enc in ('utf-8','utf-16','utf-16-le','utf-16-be','utf-32','utf-32-le','utf-8-sig'):
    for er in ('strict','surrogatepass','surrogateescape','replace','ignore','backslashreplace'):
        d = codecs.getincrementaldecoder(enc)(er)
        data = 'a\ud800b\udc80\U00010000'.encode(enc, 'surrogatepass') + b'\xff\xed\xa0'
        out = []
        for b in data:
            try: out.append(d.decode(bytes([b])))
            except Exception as e: out.append(repr(e)); break
        try: out.append(d.decode(b'', True))
        except Exception as e: out.append(repr(e))
        print(enc, er, ascii(out), d.getstate())
        try: print(ascii(data.decode(enc, er)))
        except Exception as e: print(type(e).__name__, e)
        try: print('x\ud800é'.encode(enc, er))
        except Exception as e: print(type(e).__name__, e)
for f in ('utf_8_decode','utf_16_ex_decode','utf_32_decode','utf_32_ex_decode',):
    g = getattr(codecs, f)
    for data in (b'', b'\xff', b'ab\xe9', b'\xd8\x00', b'\x00\xd8\x00', b'a\\', b'\\x4', b'\\ud8', b'\xf0\x9f\x98', b'\\N{', b'\\N{DASH'):
        for ar in ((), ('strict',), ('replace',), ('ignore', True), ('strict', False), ('strict', True)):
            try: print(f, data, ar, ascii(g(data, *ar)))
            except Exception as e: print(f, data, ar, type(e).__name__, e)
