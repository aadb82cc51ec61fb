"""Percent formats of few usual values, and what leaves that way."""


def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class S(str):
    def __rmod__(self, o): return 'rmod'
class S2(str): pass
t(lambda: 'a%s' % S('x')); t(lambda: 'a%s' % S2('x')); t(lambda: S2('a%s') % 'x'); t(lambda: '%d%%' % 5); t(lambda: '%d' % True); t(lambda: '%s' % True); t(lambda: '%s %s' % (1,)); t(lambda: '%s' % (1,2)); t(lambda: 'abc' % ()); t(lambda: 'abc' % 1); t(lambda: 'abc' % {}); t(lambda: 'abc' % []); t(lambda: '%s' % {}); t(lambda: '%(a)s' % {'a':1}); t(lambda: '%' % 1); t(lambda: '%d' % 'x'); t(lambda: '%5d|%-5d|%05d|%x|%X' % (1,2,3,255,255)); t(lambda: '%.3f %5.1f %f' % (1.5,2.25,3)); t(lambda: '%s'*60 % tuple(range(60))); t(lambda: '%s' % ('x'*300)); t(lambda: '%s' % 'é'); t(lambda: 'é%s' % 1); t(lambda: '%c' % 65); t(lambda: '%r' % 'a'); t(lambda: '%s%s' % ('','')); t(lambda: '%s' % 'a'); t(lambda: '%%' % ()); t(lambda: '%i' % 10**30); t(lambda: '%-10s|%10s|%.2s' % ('ab','cd','efg')); t(lambda: '%s' % -5); t(lambda:'%d' % -2**60); t(lambda: '%d' % 2**63); t(lambda: '%s %s' % ('a', S('b')))
class L(int):
    def __str__(self): return 'L!'
t(lambda: '%s %d' % (L(3), L(3)))
