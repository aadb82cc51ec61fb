# Searches that look at many places at once, or keep those that they found, against a search place by place.
import random

r = random.Random(7)


def find_plainly(text, part, start=0):
    for i in range(start, len(text) - len(part) + 1):
        if text[i:i + len(part)] == part:
            return i
    return -1


def pieces(text, part, limit):
    found, start = [], 0
    while limit != 0:
        i = find_plainly(text, part, start)
        if i < 0:
            break
        found.append(text[start:i])
        start, limit = i + len(part), limit - 1
    return found + [text[start:]]


def check(text, part, new, limit):
    want = pieces(text, part, limit)
    assert text.split(part, limit) == want, (text, part, limit)
    assert text.replace(part, new, limit) == new.join(want), (text, part, new, limit)
    whole = pieces(text, part, -1)
    assert text.count(part) == len(whole) - 1
    assert text.find(part) == find_plainly(text, part)
    assert (part in text) == (len(whole) > 1)
    if isinstance(text, str) and text.isascii() and part.isascii() and new.isascii():
        check(text.encode(), part.encode(), new.encode(), limit)


for alphabet in ('ab', 'abcdefgh', 'aé', 'a\u20ac', 'a\U0001f600'):
    for length in (0, 1, 7, 16, 17, 31, 33, 64, 65, 100, 300, 1100, 2500):
        text = ''.join(r.choice(alphabet) for _ in range(length))
        for size in (1, 2, 3, 5, 16, 17, 40):
            start = r.randrange(length + 1)
            part = text[start:start + size] if r.random() < .6 else ''.join(r.choice(alphabet) for _ in range(size))
            if part:
                for limit in (-1, 0, 1, 2, 63, 64, 65):
                    check(text, part, r.choice(['', 'x', 'yz', 'é', '\u20ac', part * 2]), limit)
print('replaced')

for text in ('', ',', 'a', 'a,b', ',a,,b,', 'x' * 40 + ',' + 'y' * 40, 'a,' * 100):
    for limit in (-1, 0, 1, 2, 3, 4, 5, 99, 100, 200):
        parts = text.rsplit(',', limit)
        assert parts == [p[::-1] for p in text[::-1].split(',', limit)][::-1], (text, limit, parts)
        assert text.split(',', limit) == pieces(text, ',', limit)
print('a.b.c'.rsplit('.', 1), 'abc'.rsplit('.', 1), ''.rsplit('.'), 'k=v=w'.split('=', 1), 'a,b'.split(',', 0))
whole = 'nothing here'
print(whole.rsplit(',', 2)[0] is whole, whole.split(',', 2)[0] is whole)

for gap in (0, 1, 15, 31, 32, 33, 63, 64, 65, 100, 1000):
    for end in ('\n', '\r', '\r\n', '\x0b', '\x1c', '\x85', '\u2028', 'x'):
        text = ('a' * gap + end) * 3 + 'b'
        plain = end in '\r\n'
        for keep in (False, True):
            lines = text.splitlines(keep)
            if end == 'x':
                assert lines == [text]
            else:
                assert lines == ['a' * gap + (end if keep else '')] * 3 + ['b'], (gap, end, keep)
            if text.isascii():
                data = text.encode().splitlines(keep)
                assert data == ([line.encode() for line in lines] if plain else [text.encode()]), (gap, end, keep)
print('cut')
