# Sizes that no memory holds are refused at once, others are no trouble.
import sys


def attempt(text, **names):
    try:
        result = eval(text, names)
    except Exception as error:
        print(text, "->", type(error).__name__, error)
    else:
        print(text, "->", type(result).__name__, result if type(result) in (int, bool) and abs(result) < 10**30 else "")


for text in """
[0] * 10**18
[0] * 10**19
[0] * 2**62
[0] * 2**63
(0,) * 10**18
(0,) * 10**19
'a' * 10**12 * 10**6
'a' * 10**18
'a' * 10**19
b'a' * 10**18
b'a' * 10**19
'ab' * 2**62
[] * 10**18
'' * 10**18
() * 2**63
'' * 2**64
[1] * -10**30
'a' * -2**100
10**18 * [0]
2**64 * 'a'
1 << 10**18
1 << 10**30
0 << 10**30
-1 << 10**30
1 >> 10**30
-1 >> 10**30
1 << -1
len(range(10**30))
range(10**30)[10**29]
range(10**30)[-1]
range(10**30).index(10**29)
10**29 in range(10**30)
10**29 in range(1, 10**30, 7)
range(10**30).count(5)
range(2**63)[2**62]
len(range(2**63))
len(range(2**63 - 1))
len(range(-2**62, 2**62))
bool(range(10**30))
hash(range(10**30)) == hash(range(10**30))
range(10**30) == range(10**30)
range(10**30)[::10**20]
range(0, 10**30, 10**20)[5:3]
list(range(10**18))
list(range(10**30))
tuple(range(10**18))
[*range(10**18)]
bytes(10**18)
bytes(10**19)
bytes(-1)
'%*d' % (10**18, 1)
'%.*f' % (10**9 * 10, 1.0)
'%' + '9' * 30 + 'd' and ('%' + '9' * 30 + 'd') % 1
format(1, '1' + '0' * 18)
format(1, '1' + '0' * 30)
format(1.0, '.' + '9' * 30 + 'f')
format('a', '1' + '0' * 30)
format('a', '>1' + '0' * 18)
'a'.ljust(10**18)
'a'.rjust(10**19)
'a'.center(10**18)
'a'.zfill(10**18)
'a\\t'.expandtabs(10**18)
b'a'.ljust(10**18)
'{:1000000000000000000}'.format(1)
'a'.replace('', 'b' * 10, 10**30)
'abc'[10**30]
'abc'[-10**30:10**30]
'abc'[::10**30]
[1, 2, 3][10**30]
[1, 2, 3][:10**30]
(1, 2)[2**63]
b'abc'[2**64]
[1][::2**63]
round(1.5, 10**30)
pow(2, 10**30, 7)
pow(3, -1, 7)
pow(2, -1, 4)
pow(0, 10**30)
pow(1, 10**30)
pow(-1, 10**30 + 1)
int('1' * 4301)
int('1' * 4300) > 0
str(10**4300)
len(str(10**4299))
repr(10**5000)
f'{10**5000}'
f'{10**5000:d}'
'%d' % 10**5000
len(hex(10**5000))
len(f'{10**5000:x}')
int('0x' + 'f' * 10000, 16) > 0
int('z' * 10000, 36)
float(10**400)
10**400 * 1.0
10**400 / 10**399
1 / 10**400
10**400 // 3.0
10**400 < 1e308
10**400 > float('inf')
10**400 == float('inf')
divmod(10**400, 1e10)
float('1' * 5000)
float('1e' + '9' * 1000)
1e308 * 10
int(1e308) > 0
int(float('inf'))
int(float('nan'))
(1e308).as_integer_ratio()[1]
chr(0x110000)
chr(-1)
chr(10**30)
chr(2**32)
(10**30).to_bytes(5, 'big')
(1).to_bytes(10**18, 'big')
int.from_bytes(b'\\xff' * 1000, 'big') > 0
(10**100).bit_length()
(1 << 100000).bit_count()
sum([10**400] * 3) > 0
hash(10**400) == hash(10**400)
1 in [10**400]
sys.setrecursionlimit(10**10)
sys.setrecursionlimit(-1)
sys.setrecursionlimit(0)
[].insert(10**30, 1)
[].insert(-10**18, 1)
[1].pop(10**30)
[1].pop(-10**30)
[1].index(1, -10**30, 10**30)
'abc'.find('b', -10**30, 10**30)
'abc'.index('b', 10**30)
'abc'.count('', -10**30, 10**30)
'a,b'.split(',', 10**18)
'a,b'.split(',', 10**30)
slice(10**30, None, -1).indices(5)
slice(None).indices(10**30)
slice(None).indices(-1)
list(zip(range(3), range(10**30)))
list(enumerate('ab', 10**30))
divmod(-10**40, 7)
-10**40 % 10**20
""".strip().splitlines():
    attempt(text, sys=sys)
