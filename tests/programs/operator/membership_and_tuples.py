"""`in` and comparisons whose answer is kept; names between dots."""

import operator

text = 'the quick brown fox' * 3
wide = text + '\u20ac'
nan = float('nan')


class Word(str):
    def __contains__(self, item):
        return item == 'word'


class Pair(tuple):
    def __eq__(self, other):
        return 'pair'

    __hash__ = tuple.__hash__


for item, container in (
    ('fox', text), ('fax', text), ('', text), ('q', text), (text, text), ('\u20ac', text), ('\u20ac', wide),
    ('x\u20ac', wide), ('word', Word('text')), ('text', Word('text')), (Word('fox'), text), (1, (1, 2)), ('a', ('b', 'a')),
    ((1, 2), {(1, 2)}), ([], [[]]), (nan, [nan]), (nan, [float('nan')]), ('k', {'k': 1}), (300, b'abc'), (97, b'abc'),
    (1, text), (b'a', text), ([], {1}), (1, 5),
):
    try:
        answer = item in container
        other = item not in container
        print(answer, other, bool(item in container), [item in container for _ in 'ab'])
    except Exception as error:
        print(type(error).__name__, error)

print('%s' % ('fox' + '!' in text + '!'), ('fo' + 'x') in ('brown ' + 'fox'), ('fo' + 'x') not in text * 2)

for left, right in (
    ((1, 2), (1, 2)), ((1, 2), (1, 3)), ((1, 2), (1, 2, 3)), ((), ()), ((nan,), (nan,)), ((nan,), (float('nan'),)),
    ((1.0, 'a'), (1, 'a')), (('a', 'b'), ('a', 'c')), ((0.0,), (-0.0,)), (((1,), 2), ((1,), 3)), (([1],), ([1],)),
    ((1, 'a'), (1, 2)), (Pair((1,)), (1,)), ((1,), Pair((1,))), ((1, 2), [1, 2]), ((10**30,), (10**30,)),
):
    row = []
    for name in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
        try:
            row.append(getattr(operator, name)(left, right))
        except TypeError as error:
            row.append(str(error))
    print(row, left == right, left != right)
    try:
        print(left < right, left <= right, left > right, left >= right)
    except TypeError as error:
        print(error)


class Any:
    def __getattr__(self, name):
        return (name, self)


for path in ('a', 'a.b', '', '.', 'a.', '.a', 'a..b', 'b\udc80c', 'ä.ö', '\u20ac'):
    try:
        getter = operator.attrgetter(path)
        print(repr(getter))
        print(ascii(getter(Any())[0]))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))
print(operator.attrgetter('real.imag', 'imag')(5))
