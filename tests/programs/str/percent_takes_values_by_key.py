"""`%(key)s`: short formats with keys of a dict, and what is left to the general way."""


class Loose:
    def __init__(self):
        self.asked = []

    def __getitem__(self, key):
        self.asked.append(key)
        return 7


class Sub(dict):
    def __missing__(self, key):
        return key * 2


small = {'a': 1, 'b': 2, 'name': 'ant', 'pi': 3.14159, '': 'empty', 'x(y)z': 'nested', 'none': None, 'wide': 'é€'}
formats = [
    '%(a)s %(b)d', '%(name)s!', '%(name)r', '%(a)d%%', '%()s', '%(x(y)z)s', '%(none)s', '%(wide)s', '%(a)5d|%(b)-5d|', '%(pi).2f',
    '%(a)s %s', '%s %(a)s', '%(a)', '%(a', '%(missing)s', '%(a)s' * 60, '%(name)10s|', '%(a)x %(b)o', '%(name)d', 'none at all', '%(a)i',
]
for format in formats:
    for values in (small, Sub(small), ('x',), 5):
        try:
            print(repr(format[:30]), type(values).__name__, format % values)
        except Exception as error:
            print(repr(format[:30]), type(values).__name__, type(error).__name__, error)
loose = Loose()
print('%(q)s %(r)d' % loose, loose.asked)
