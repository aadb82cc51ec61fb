#!/usr/bin/env python3
"""Times single operations on Anthill and on CPython 3.11, and marks those that are slower.

    python3 benches/operations.py [--rounds N] [--anthill PATH] [--rival PATH] [--all] [WORD ...]

An operation is an expression: a method of a builtin type, a builtin function, a function of a common module, on small
or large input. Each engine runs them in a process of its own, operation by operation in turns; the figure of an
operation is the minimum of its CPU times. Results must be equal. Operations that take more than 1.1 times as long
as on CPython are shown (with `--all`, every one), and make the exit code 1; WORDs choose the operations that hold one
of them. Short operations are repeated within one loop, so the figures include that of `for`.

With `--repeat N` Anthill alone runs each operation N times, and nothing is measured: for counts of branches.
"""

import argparse
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))

# What the expressions use.
SETUP = r"""
import bisect, collections, copy, functools, heapq, io, itertools, json, math, operator, random, re, statistics
import string, struct, textwrap, base64, binascii, dataclasses, enum, fractions, hashlib
S = 'The quick brown fox jumps over the lazy dog. ' * 20
SHORT = 'hello, world'
WIDE = 'naïve café – “über” ' * 20
B = S.encode()
L = list(range(1000))
M = list(range(10))
T1000 = tuple(L)
R = random.Random(1)
F = [R.random() for _ in range(1000)]
MIXED = L[:]; R.shuffle(MIXED)
WORDS = S.split()
STRS = [str(i) for i in MIXED]
D = {i: i for i in range(1000)}
DS = {'key%d' % i: i for i in range(100)}
SMALL = {'a': 1, 'b': 2, 'c': 3}
SET, OTHER = set(L), set(range(500, 1500))
FZ = frozenset(M)
TABLE = str.maketrans('aeiou', 'AEIOU')
BTABLE = bytes.maketrans(b'aeiou', b'AEIOU')
BIG, BIG2 = 3 ** 300, 7 ** 100
Q = collections.deque(L)
QS = collections.deque(M)
DOC = {'name': 'x' * 20, 'list': list(range(20)), 'nested': [{'a': i, 'b': str(i), 'c': i / 2} for i in range(30)]}
TEXT = json.dumps(DOC); TEXT2 = json.dumps(DOC, indent=2); SMALLTEXT = '{"a": 1, "b": [1, 2.5, null, true]}'
class P:
    def __init__(self, x, y): self.x, self.y = x, y
    def m(self): return self.x
    def __lt__(self, other): return self.x < other.x
class Sub(P): pass
p, sub = P(1, 2), Sub(1, 2)
PS = [P(i, -i) for i in MIXED]
Pair = collections.namedtuple('Pair', 'x y')
pair = Pair(1, 2)
@dataclasses.dataclass
class DC:
    x: int
    y: int = 2
class Color(enum.Enum):
    RED = 1
    BLUE = 2
def add(a, b): return a + b
def one(a): return a
cached = functools.lru_cache(None)(one)
cached_some = functools.lru_cache(100)(one)
partial = functools.partial(add, 1)
double = (lambda x: x * 2)
even = (lambda x: x % 2 == 0)
item1, attr_x, call_m = operator.itemgetter(1), operator.attrgetter('x'), operator.methodcaller('m')
ROWS = [(i % 7, str(i)) for i in MIXED]
word_re = re.compile(r'\w+'); number_re = re.compile(r'(\d+)-(\d+)'); mail_re = re.compile(r'[\w.]+@[\w.]+\.\w+')
MAIL = 'some text with a mail address like john.doe@example.org in it ' * 5
fields = struct.Struct('<iHd'); packed = fields.pack(1, 2, 3.0)
counter = collections.Counter(S)
default = collections.defaultdict(int)
od = collections.OrderedDict.fromkeys(L)
NESTED = {'a': [1, 2, {'b': (3, [4])}], 'c': {5: 'six'}}
LINES = 'one line of text\n' * 200
H = L[:]
"""

# Names of groups, then expressions, one a line.
OPERATIONS = r"""
# str
S.capitalize()
SHORT.capitalize()
S.casefold()
SHORT.center(30, '*')
'42'.center(30, '*')
S.count('fox')
S.count('o')
SHORT.count('l')
S.encode()
SHORT.encode()
S.encode('utf-16')
S.encode('utf-32')
S.encode('latin-1')
S.encode('ascii')
WIDE.encode()
WIDE.encode('utf-16')
SHORT.endswith('world')
SHORT.endswith(('x', 'world'))
'a\tb\tc'.expandtabs()
S.find('zebra')
S.find('dog', 100)
SHORT.find('o')
SHORT.find('wor')
WIDE.find('zebra')
'{} and {}'.format(1, 'x')
'{:>10.3f}|{:<8}|{:08x}'.format(3.14159, 'ab', 255)
'{x} {y}'.format(x=1, y=2)
'{0.x} {1[a]}'.format(p, SMALL)
'{a}-{b}'.format_map(SMALL)
S.index('lazy')
SHORT.isalnum()
SHORT.isalpha()
S.isascii()
'12345'.isdecimal()
'12345'.isdigit()
'hello'.isidentifier()
SHORT.islower()
'12345'.isnumeric()
S.isprintable()
'   '.isspace()
SHORT.istitle()
SHORT.isupper()
', '.join(WORDS)
', '.join(['a', 'b'])
','.join(str(i) for i in M)
SHORT.ljust(30)
S.lower()
SHORT.lower()
'  hello  '.lstrip()
S.partition('lazy')
SHORT.partition(', ')
SHORT.removeprefix('hello')
SHORT.removesuffix('world')
S.replace('fox', 'cat')
S.replace('o', '0')
SHORT.replace('l', 'LL')
SHORT.replace('z', 'y')
S.rfind('The q')
S.rindex('lazy')
SHORT.rjust(30)
S.rpartition('lazy')
S.rsplit(' ', 3)
'a.b.c'.rsplit('.', 1)
'  hello  '.rstrip()
S.split()
S.split(' ')
S.split('fox')
'a,b,c'.split(',')
'key=value'.split('=', 1)
'a b c'.split()
WIDE.split()
(S * 3).splitlines()
LINES.splitlines()
SHORT.startswith('hello')
SHORT.startswith(('x', 'hello'))
'  hello  '.strip()
'xxhelloxx'.strip('x')
S.swapcase()
S.title()
SHORT.title()
S.translate(TABLE)
SHORT.translate(TABLE)
S.upper()
SHORT.upper()
WIDE.upper()
'42'.zfill(10)
str.maketrans('abc', 'xyz')
SHORT + 'x'
S + S
SHORT * 10
'-' * 80
SHORT[3]
SHORT[2:7]
S[::-1]
S[::3]
S[100:500]
'fox' in S
'o' in SHORT
S == S[:]
SHORT < 'help'
hash(S[1:])
len(S)
list(S)
sorted(S)
set(S)
[c for c in S]
ord('x')
chr(8364)
ascii(WIDE)
repr(S)
repr(SHORT)
str(12345)
str(3.25)
str(None)
str(M)
# formatting
f'{1}{SHORT!r:>20}'
f'{3.14159:.2f}'
f'{1234567:,}'
f'{255:#x} {255:b} {255:o}'
f'{0.5:%} {12345.678:e}'
f'{SHORT:^30}'
f'{p.x} {p.y}'
'%s %s' % (1, 'x')
'%d items' % 5
'%5.2f %-10s %05d' % (3.14159, 'ab', 42)
'%(a)s %(b)d' % SMALL
'%x %o %e' % (255, 8, 1e10)
format(3.14159, '.3f')
format(12345, ',')
format('x', '>10')
format(42)
string.Template('$a and $b').substitute(SMALL)
# bytes
B.count(b'fox')
B.decode()
B.decode('latin-1')
B.decode('ascii')
WIDE.encode().decode()
S.encode('utf-16').decode('utf-16')
B.endswith(b'dog')
B.find(b'zebra')
B.find(b'dog')
B.hex()
b'hello'.hex()
b'hello'.hex(':')
bytes.fromhex('00ff10ab')
bytes.fromhex(B.hex())
b', '.join([b'a', b'b', b'c'])
B.lower()
B.partition(b'lazy')
B.replace(b'o', b'00')
B.rfind(b'The q')
B.split()
B.split(b' ')
b'a,b,c'.split(b',')
B.splitlines()
B.startswith(b'The')
b'  x '.strip()
B.translate(BTABLE)
B.upper()
B.title()
b'42'.zfill(10)
b'42'.center(20)
B + B
b'ab' * 100
B[3]
B[2:7]
B[::2]
b'fox' in B
120 in B
B == B[:]
hash(B[1:])
list(B)
bytes(M)
bytes(1000)
repr(B)
int.from_bytes(b'12345678', 'big')
sum(B)
# list
[].append(1)
L.copy()
L.count(5)
L.index(999)
M.index(7)
L + L
M + M
M * 100
L[::3]
L[::-1]
M[::-1]
L[100:200]
M[2:5]
L == L[:]
L < L[:]
999 in L
5 in M
-1 in L
list(L)
list(T1000)
list(range(1000))
list(D)
list(M)
[*M, *M]
len(L)
[x.extend(L) for x in [[]]]
[x.extend(M) for x in [[1]]]
[x.insert(0, 1) for x in [M[:]]]
[x.pop() for x in [M[:]]]
[x.pop(0) for x in [M[:]]]
[x.remove(5) for x in [M[:]]]
[x.reverse() for x in [L[:]]]
[x.sort() for x in [MIXED[:]]]
[x.sort(reverse=True) for x in [MIXED[:]]]
[x.sort(key=double) for x in [MIXED[:]]]
[x.clear() for x in [M[:]]]
[x.__setitem__(slice(2, 5), M) for x in [M[:]]]
[x.__delitem__(slice(2, 5)) for x in [M[:]]]
[x.__delitem__(slice(None, None, 2)) for x in [L[:]]]
sorted(L)
sorted(MIXED)
sorted(F)
sorted(STRS)
sorted(WORDS)
sorted(ROWS)
sorted(PS)[0].x
sorted(MIXED, key=double)
sorted(ROWS, key=item1)
sorted(WORDS, key=len)
sorted(WORDS, key=str.lower)
sorted(PS, key=attr_x)[0].x
sorted(MIXED, reverse=True)
sorted((3, 1, 2))
repr(L)
repr(F)
[x * 2 for x in L]
[[0] * 10 for _ in M]
# tuple
T1000.count(5)
T1000.index(999)
T1000 + T1000
(1, 2) + (3,)
T1000[::-1]
T1000[100:200]
hash(T1000)
hash((1, 'a', 2.5))
tuple(L)
tuple(M)
tuple(x for x in M)
(1, 2) == (1, 2)
(1, 2) < (1, 3)
999 in T1000
repr((1, 'a', 2.5))
# dict
SMALL.get('a')
SMALL.get('z', 0)
DS.get('key50')
SMALL['b']
'a' in SMALL
D.copy()
SMALL.copy()
dict(D)
dict(SMALL)
dict(a=1, b=2)
dict(zip(L, F))
dict(ROWS)
dict.fromkeys(L)
dict.fromkeys(M, 0)
list(D.items())
list(D.keys())
list(D.values())
sum(D.values())
[k for k, v in D.items()]
{k: v for k, v in D.items()}
{v: k for k, v in SMALL.items()}
{**SMALL, 'd': 4}
SMALL | {'d': 4}
D == D.copy()
SMALL == {'a': 1, 'b': 2, 'c': 3}
[x.pop('a') for x in [{'a': 1}]]
[x.popitem() for x in [{'a': 1}]]
[x.setdefault('d', 4) for x in [{'a': 1}]]
[x.update(DS) for x in [{}]]
[x.update(a=1) for x in [{}]]
[x.update(SMALL) for x in [{}]]
[x.clear() for x in [{'a': 1}]]
len(D)
sorted(D.items())
sorted(DS)
max(D, key=D.get)
D.keys() & SMALL.keys()
D.keys() == D.copy().keys()
5 in D.values()
(5, 5) in D.items()
list(reversed(D))
repr(D)
repr(SMALL)
# set
SET.copy()
set(L)
set(M)
set(WORDS) == 1
frozenset(L)
hash(frozenset(L))
SET & OTHER
SET | OTHER
SET - OTHER
SET ^ OTHER
SET.union(L)
SET.intersection(L)
SET.difference(M)
SET.isdisjoint(OTHER)
SET.issubset(SET)
SET.issuperset(M)
SET <= OTHER
SET == SET.copy()
5 in SET
'x' in {'x', 'y'}
(5 in FZ)
FZ | {20}
FZ & {1, 2}
{1, 2, 3}
[x.add(1) for x in [set()]]
[x.discard(1) for x in [{1, 2}]]
[x.pop() for x in [{1}]]
[x.update(M) for x in [set()]]
len({x % 10 for x in L})
list(SET)
repr(FZ)
# int, float, bool
int('123456')
int('ff', 16)
int('-42')
int(3.7)
int('1' * 100)
float('3.25e10')
float('1')
float(3)
bool([])
bool(5)
(5).bit_length()
(255).bit_count()
(1000).to_bytes(4, 'little')
(0.5).as_integer_ratio()
(2.0).is_integer()
(255.5).hex()
float.fromhex('0x1.8p1')
abs(-5)
abs(-2.5)
round(2.675, 2)
round(2.5)
round(1234, -2)
divmod(17, 5)
divmod(-17.5, 5)
divmod(12345678901234567890123, 987654321)
divmod(BIG, BIG2)
BIG // 12345
BIG % 12345
BIG % BIG2
BIG + BIG2
BIG * BIG2
BIG - 1
BIG >> 17
BIG << 17
BIG & BIG2
-BIG
BIG == BIG + 0
BIG < BIG2
hash(BIG)
3 ** 50
2 ** 100
3 ** 500
2.5 ** 3
pow(3, 10**20, 10**9 + 7)
pow(3, -1, 11)
pow(2, 10)
str(BIG)
str(3 ** 1000)
int(str(BIG))
repr(BIG2)
hex(BIG)
hex(255)
oct(511)
bin(1023)
hash(12345)
hash(2.5)
12345 // 7
-12345 % 7
1 << 20
2 ** 62 + 2 ** 62
10 ** 18 * 100
123456789 * 987654321
2 ** 64 - 2 ** 63
7 / 2
repr(0.1)
repr(1e100)
# builtins
all(L)
any(x < 0 for x in L)
all([x >= 0 for x in L])
any(x > 5 for x in M)
all(map(even, [2, 4]))
sum(L)
sum(F) > 0
sum(x * x for x in L)
sum([1.5, 2, 3])
sum(M)
min(L)
min(F)
max(MIXED)
max(1, 2)
min(3, 1, 2)
max(x for x in L)
max(WORDS, key=len)
min(PS, key=attr_x).x
min([], default=0)
max(STRS)
enumerate(M).__next__()
list(enumerate(L))
[i for i, x in enumerate(L)]
list(zip(L, F))
[a for a, b in zip(L, F)]
list(zip(M, M, M))
list(zip(*ROWS))[0][0]
list(reversed(L))
[x for x in reversed(M)]
list(map(str, L))
list(map(int, STRS))
list(map(double, M))
list(map(add, L, L))
list(map(len, WORDS))
list(map(float, STRS))
list(filter(None, L))
list(filter(even, L))
list(filter(str.isalpha, WORDS))
isinstance(5, int)
isinstance(p, P)
isinstance('x', (int, str))
isinstance(sub, P)
issubclass(Sub, P)
issubclass(bool, (str, int))
getattr(p, 'x')
getattr(p, 'zz', None)
hasattr(p, 'x')
hasattr(p, 'zz')
setattr(p, 'x', 1)
callable(add)
type(5)
id(5) == 0
iter(M) is None
next(iter(M))
next(iter([]), None)
vars(p)
dir(p)[0]
repr('x')
print(end='', file=io.StringIO())
range(10)
len(range(0, 1000, 3))
list(range(0, 1000, 3))
5 in range(10)
range(10)[3]
slice(1, 2)
object() is None
eval('1+2*3')
compile('x = 1', 'f', 'exec') is None
P(1, 2).x
DC(1).y
Pair(1, 2).x
pair.x
pair._replace(x=3)
pair._asdict()
Color.RED.value
Color(1)
Color['RED']
# math
math.sqrt(2.0)
math.floor(2.5)
math.ceil(2.5)
math.sin(1.0)
math.log(10.0)
math.log(8, 2)
math.log2(8)
math.log10(1000)
math.exp(1.0)
math.pow(2.0, 3.0)
math.hypot(3.0, 4.0)
math.atan2(1.0, 2.0)
math.fabs(-2.0)
math.isclose(1.0, 1.0000001)
math.isnan(1.0)
math.fmod(7.5, 2.0)
math.modf(2.5)
math.frexp(8.0)
math.ldexp(0.5, 4)
math.trunc(2.7)
math.degrees(1.0)
math.copysign(1.0, -2.0)
math.gcd(123456789012, 987654321098)
math.gcd(12, 18)
math.gcd(BIG, BIG2)
math.lcm(4, 6)
math.isqrt(10 ** 50)
math.isqrt(1000000)
math.comb(20, 10)
math.perm(10, 3)
math.factorial(10)
math.factorial(200)
math.prod(M)
math.prod(F[:20])
math.fsum(F)
math.dist(F, F)
math.dist((1, 2), (4, 6))
# itertools
list(itertools.accumulate(L))
list(itertools.accumulate(L, add))
list(itertools.accumulate(L, operator.mul))[:3]
list(itertools.chain(L, M))
list(itertools.chain.from_iterable([M] * 50))
list(itertools.combinations(M, 3))
list(itertools.combinations_with_replacement(M, 2))
list(itertools.compress(L, itertools.cycle([1, 0])))
list(itertools.dropwhile(even, L))
list(itertools.filterfalse(even, L))
[k for k, g in itertools.groupby(L)]
[(k, len(list(g))) for k, g in itertools.groupby(WORDS, len)]
list(itertools.islice(L, 100, 200))
list(itertools.islice(itertools.count(), 100))
list(itertools.islice(itertools.cycle(M), 100))
list(itertools.pairwise(L))
list(itertools.permutations(range(5)))
list(itertools.product(M, M))
list(itertools.product(range(3), repeat=4))
list(itertools.repeat(1, 1000))
list(itertools.starmap(add, zip(L, L)))
list(itertools.takewhile(even, L))
[list(x) for x in itertools.tee(M)]
list(itertools.zip_longest(L, M))
sum(1 for _ in itertools.permutations(range(6)))
sum(1 for _ in itertools.product(range(10), repeat=3))
# functools, operator
functools.reduce(add, L)
functools.reduce(operator.add, L)
functools.reduce(lambda a, b: a * b, M)
partial(2)
functools.partial(add, 1)(2)
cached(5)
cached_some(5)
item1(M)
attr_x(p)
call_m(p)
operator.itemgetter(1, 2)(M)
operator.add(1, 2)
operator.itemgetter(1)
sorted(M, key=functools.cmp_to_key(lambda a, b: b - a))
# collections
collections.Counter(S).most_common(3)
collections.Counter(M)
collections.Counter(L)
counter['x']
counter + counter
counter.total()
sorted(counter.elements())[:3]
collections.OrderedDict.fromkeys(M)[3]
len(od.copy())
list(od)
collections.ChainMap({}, {1: 2})[1]
collections.defaultdict(list)
default['a']
[Q.append(1), Q.popleft()]
[Q.appendleft(1), Q.pop()]
Q.rotate(3)
list(Q)
Q[500]
5 in Q
QS.count(5)
QS.copy()
collections.deque(L)
collections.deque(L, maxlen=10)
QS + QS
[x.extend(M) for x in [collections.deque()]]
# heapq, bisect, random, copy
heapq.heapify(MIXED[:])
heapq.heappushpop(H, 0)
[heapq.heappush(x, 5) for x in [[1, 2]]]
[heapq.heappop(x) for x in [L[:]]]
heapq.nlargest(10, F)
heapq.nsmallest(10, F)
heapq.nlargest(3, PS, key=attr_x)[0].x
list(heapq.merge(M, M))
bisect.bisect(F, 0.5)
bisect.bisect_left(L, 500)
bisect.insort([1, 2, 3], 2)
bisect.bisect(L, 5, key=double)
R.random() < 2
R.randint(1, 6) < 9
R.choice(M) < 99
R.shuffle(L[:])
R.sample(L, 10) is None
R.uniform(1, 2) < 3
R.gauss(0, 1) < 99
R.choices(M, k=10) is None
R.getrandbits(32) < 0
R.randrange(1000) < 0
R.randbytes(8) is None
copy.copy(M)
copy.copy(p).x
copy.deepcopy(NESTED)
copy.deepcopy(M)
copy.deepcopy(p).x
# json
json.dumps(DOC)
json.dumps(SMALL)
json.dumps('x')
json.dumps(DOC, indent=2)
json.dumps(DOC, sort_keys=True)
json.dumps(L)
json.dumps(F)
json.dumps(WIDE)
json.dumps(WIDE, ensure_ascii=False)
json.loads(TEXT)
json.loads(TEXT2)
json.loads(SMALLTEXT)
json.loads('5')
json.loads(json.dumps(F))
json.dumps(DS, separators=(',', ':'))
# re
re.match(r'\w+', S).group()
re.search('lazy', S).start()
re.findall(r'\w+', S)
re.findall(r'[aeiou]\w', S)
re.sub(r'\w+', 'x', S)
re.sub('o', '0', S)
re.split(r'\s+', S)
re.fullmatch(r'\d+', '12345').end()
re.compile(r'\w+') is None
word_re.match(SHORT).group()
word_re.findall(S)
word_re.sub(lambda m: m[0].upper(), S)
word_re.sub(r'<\g<0>>', S)
[m.start() for m in word_re.finditer(S)]
number_re.search('abc 12-34').groups()
number_re.sub(r'\2-\1', '12-34 56-78')
mail_re.search(MAIL).group()
mail_re.findall(MAIL)
re.findall(r'(\w)(\w+)', S)
re.search(r'(a|b|c|d)+z', S)
re.findall(r'fox|dog|cat', S)
re.findall(r'\b\w{5}\b', S)
re.search(r'^The.*dog', S).end()
re.findall(r'(?i)THE', S)
re.findall(rb'\w+', B)
re.escape(SHORT)
re.sub(r'(?P<first>\w)(?P<rest>\w*)', r'\g<rest>\g<first>', SHORT)
number_re.match('12-34').span(2)
number_re.match('x')
re.split(',', 'a,b,c')
# struct, io, base64, hashlib
struct.pack('<iHd', 1, 2, 3.0)
struct.unpack('<iHd', packed)
fields.pack(1, 2, 3.0)
fields.unpack(packed)
struct.pack('>I', 5)
struct.pack('100i', *L[:100])
struct.unpack('100i', bytes(400))
struct.calcsize('<iHd')
list(struct.iter_unpack('<i', bytes(40)))
struct.unpack_from('<i', packed)
io.StringIO('abc').read()
io.StringIO(S * 5).readlines()
[x for x in io.StringIO(LINES)][0]
io.StringIO().write(SHORT)
[[x.write(w) for w in WORDS] and x.getvalue() for x in [io.StringIO()]]
io.BytesIO(B).read()
io.BytesIO(B).read(10)
[x for x in io.BytesIO(LINES.encode())][0]
io.BytesIO().write(B)
[io.BytesIO(B).getvalue()]
[[x.write(B) for w in M] and len(x.getvalue()) for x in [io.BytesIO()]]
base64.b64encode(B)
base64.b64decode(base64.b64encode(B))
binascii.hexlify(B)
binascii.crc32(B)
hashlib.md5(B).hexdigest()
hashlib.sha256(B).hexdigest()
hashlib.sha1(b'x').hexdigest()
# statistics, textwrap, fractions
textwrap.wrap(S)
textwrap.dedent('  a\n  b\n')
statistics.mean(F)
statistics.median(F)
statistics.stdev(M)
statistics.fmean(F)
fractions.Fraction(3, 4) + fractions.Fraction(1, 3)
fractions.Fraction('3/4')
"""

# Runs the operations whose numbers it is told: prints the time of one in nanoseconds and a number for its result.
WORKER = r"""
import sys, time, gc
def hash_of(text):
    value = len(text)
    for character in text[:300]:
        value = (value * 31 + ord(character)) % 1000003
    return value
def main():
    limit = float(sys.argv[1])
    with open(sys.argv[2]) as file:
        setup, operations = file.read().split('\0')
    operations = operations.splitlines()
    scope, known, clock = {}, {}, time.process_time
    exec(setup, scope)
    for line in sys.stdin:
        operation = operations[int(line)]
        if operation not in known:
            exec('def run(n):\n  for _ in range(n): %s\ndef result(): return %s' % (operation, operation), scope)
            run, count, took = scope['run'], 1, 0
            result = hash_of(repr(scope['result']()))
            while limit > 0:
                start = clock()
                run(count)
                took = clock() - start
                if took > limit / 4:
                    count = max(1, int(count * limit / took))
                    break
                count *= 5
            known[operation] = run, count if limit > 0 else int(-limit), result
            gc.collect()
        run, count, result = known[operation]
        best = 1e9
        for _ in range(3 if limit > 0 else 1):
            start = clock()
            run(count)
            best = min(best, (clock() - start) / count)
        print(best * 1e9, result, flush=True)
main()
"""


class Worker:
    """An engine that runs operations when it is told to."""

    def __init__(self, engine, limit, folder, operations):
        table, program = os.path.join(folder, "operations.txt"), os.path.join(folder, "worker.py")
        with open(table, "w") as file:
            file.write(SETUP + "\0" + "\n".join(operations))
        with open(program, "w") as file:
            file.write(WORKER)
        environment = dict(os.environ, PYTHONHASHSEED="0")
        self.child = subprocess.Popen([engine, program, str(limit), table], stdin=subprocess.PIPE,
                                      stdout=subprocess.PIPE, text=True, env=environment)

    def run(self, number):
        """The time and what stands for the result."""
        self.child.stdin.write(f"{number}\n")
        self.child.stdin.flush()
        time, result = self.child.stdout.readline().split()
        return float(time), result

    def end(self):
        self.child.stdin.close()
        self.child.wait()


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--anthill", default=os.path.join(HERE, "..", "target", "release", "anthill"))
    options.add_argument("--rival", default="/usr/bin/python3.11")
    options.add_argument("--limit", type=float, default=0.001, help="seconds that a measurement takes at least")
    options.add_argument("--tolerance", type=float, default=1.1)
    options.add_argument("--all", action="store_true")
    options.add_argument("--repeat", type=int)
    options.add_argument("words", nargs="*")
    options = options.parse_args()
    operations = [line for line in OPERATIONS.splitlines() if line and not line.startswith("# ")]
    if options.words:
        operations = [operation for operation in operations if any(word in operation for word in options.words)]
    best, results = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        if options.repeat:
            engines = {"anthill": Worker(options.anthill, -options.repeat, folder, operations)}
            options.rounds = 1
        else:
            engines = {"anthill": Worker(options.anthill, options.limit, folder, operations),
                       "rival": Worker(options.rival, options.limit, folder, operations)}
        for number, operation in enumerate(operations):
            for _ in range(options.rounds):
                for name, engine in engines.items():
                    time, results[name, operation] = engine.run(number)
                    best[name, operation] = min(time, best.get((name, operation), time))
        for engine in engines.values():
            engine.end()
    if options.repeat:
        return 0
    slower, failed, shown, product = [], [], [], 1.0
    for operation in operations:
        time, other = best["anthill", operation], best["rival", operation]
        if results["anthill", operation] != results["rival", operation]:
            failed.append(operation)
        ratio = time / other
        product *= ratio ** (1 / len(operations))
        if ratio > options.tolerance:
            slower.append(operation)
        if ratio > options.tolerance or options.all:
            shown.append((ratio, f"{ratio:6.2f} {time:12.0f} {other:12.0f}  {operation}"))
    print(" ratio   anthill ns     rival ns  operation")
    for _, line in sorted(shown, reverse=True):
        print(line)
    print(f"{len(operations)} operations, {1 / product:.2f} times as fast in the mean; slower: {len(slower)}")
    for line in failed:
        print("different:", line)
    return 1 if slower or failed else 0


if __name__ == "__main__":
    sys.exit(main())
