# max and min of iterables of one pass: numbers of one kind, mixed, and odd ones
class Odd:
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        print('lt', self.n, other)
        return self.n < (other.n if isinstance(other, Odd) else other)
    def __gt__(self, other):
        print('gt', self.n, other)
        return self.n > (other.n if isinstance(other, Odd) else other)
    def __repr__(self): return f'Odd({self.n})'
nan = float('nan')
inf = float('inf')
for values in ([3, 1, 2], [1.5, -2.5, 0.0], [1, 1.0, True], [True, 1, 1.0], [2, 3.5, 1], [nan, 1.0, 2.0], [1.0, nan, 2.0],
               [inf - inf, 1.0], [10**30, 5, -10**30], ['b', 'a'], [0.0, -0.0], [-0.0, 0.0], [1, Odd(2), 3], [Odd(1), 2]):
    print(max(v for v in values), min(v for v in values), max(iter(values)), min(*values))
class Again:
    """Ends, and begins anew."""
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n % 4 == 0: raise StopIteration
        return self.n
for take in (max, min, sum, list, any, all, tuple, set, sorted):
    again = Again()
    print(take.__name__, take(again), again.n)
for function in (max, min):
    try: function(v for v in [1, 'a'])
    except TypeError as e: print(e)
    try: function(v for v in [])
    except ValueError as e: print(e)
    print(function((v for v in []), default=7), function((v for v in [3, -4]), key=abs))
print(hash((1, 2)) == hash((True, 2.0)), hash((1, 'a')) == hash((1, 'a')), hash(()), hash((-1,)) , hash((2**61 - 1, 2**61, -2**61, -1, -2)))
print(hash((1, (2, 3))), hash((2**61 - 2,)), hash(-(2**61 - 1)), hash(2**61 - 1), hash(-2**61))
