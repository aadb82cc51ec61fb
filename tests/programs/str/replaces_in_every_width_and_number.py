"""str.replace and bytes.replace: few and many occurrences, every width, all limits, shorter and longer replacements."""

import itertools

texts = ['', 'a', 'hello, world', 'l' * 100, 'ab' * 40, 'The quick brown fox. ' * 30, 'naïve café', '€1 – €2', 'x😀y😀' * 20]
olds = ['', 'l', 'a', 'o', 'ab', 'fox', 'quick brown', 'é', '€', '😀', 'zebra']
news = ['', 'L', 'LL', 'cat', 'ï', '€', '😀😀']
total = 0
for text, old, new, count in itertools.product(texts, olds, news, (-1, 0, 1, 2, 31, 32, 33, 64, 1000)):
    result = text.replace(old, new, count)
    if old:
        parts = text.split(old, count) if count >= 0 else text.split(old)
        assert result == new.join(parts), (text, old, new, count)
    data = text.encode().replace(old.encode(), new.encode(), count)
    if old:
        assert data == result.encode()
    total = (total * 31 + len(result) * 7 + len(data)) % 1000003
print(total)
print('hello'.replace('', '-'), 'hello'.replace('', '-', 3), b'hello'.replace(b'', b'-', 2))
print('a-b-c'.replace('-', ''), 'a'.replace('a', ''), 'ab'.replace('b', ''))
same = 'unchanged'
print(same.replace('z', 'y') is same, same.replace('u', 'u') == same)

for size in (-1, 0, 1, 2, 8, 30):
    for text in ('', '\t', 'a\tb', '\t\tab\tc\n\tx\r\ty', 'é\tb', '12345678\t9', 'x' * 40 + '\t' * 3):
        print(size, ascii(text.expandtabs(size)), text.encode().expandtabs(size))
print([text.rpartition(part) for text in ('abcabc', 'aab', 'b' * 30, '') for part in ('bc', 'ab', 'abc', 'bb', 'zz')])
print([b'-'.join(parts) for parts in ([], [b'a'], [b'a', b''], (b'', b'b', b'c' * 40))])
for parts in ([b'a', 'b'], [1], [b'x', b'y', None]):
    try:
        print(b', '.join(parts))
    except TypeError as error:
        print(error)
for width in (0, 1, 3, 4, 8, 9, 16, 17, 32, 33, 64, 65):
    print(b'ab'.center(width, b'*'), 'ab'.rjust(width, '-'), '-42'.zfill(width), b'+7'.zfill(width), b'abc'.ljust(width).hex())
for text, base in (('-42', 10), ('+42', 10), ('--1', 10), ('+', 10), ('', 10), ('zz', 36), ('-ff', 16), ('0x1f', 16), ('0b1', 16), ('12', 2),
                   ('7' * 11, 8), ('z' * 12, 36), ('1_0', 10), ('-0', 10), (' 7', 8), ('9' * 18, 10), ('-' + '9' * 19, 10)):
    try:
        print(int(text, base))
    except ValueError as error:
        print(error)
big = 3 ** 300
print(-(1 << 61), -(-(1 << 61)), -(1 << 64), -big == 0 - big, -(-big) == big)
for a, b in itertools.product((0, 5, 1 << 64, big, (1 << 200) - 1, -big, -7), repeat=2):
    total = (total * 31 + (a & b) + 3 * (a | b) + 5 * (a ^ b)) % 1000003
print(total)
