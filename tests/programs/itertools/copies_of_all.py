# Copies of the iterators of itertools: __reduce__, __setstate__, copy and deepcopy, and the warning that goes with them.
import itertools, copy, warnings
warnings.simplefilter("ignore")
def shown(x):
    if isinstance(x, (tuple, list)):
        return type(x)(map(shown, x))
    return x if isinstance(x, (int, str, float, type(None))) else type(x).__name__
def cases():
    yield "product", itertools.product('abc', [1,2], repeat=1), 3
    yield "product0", itertools.product(), 0
    yield "product0b", itertools.product(), 1
    yield "productE", itertools.product([], 'a'), 0
    yield "perm", itertools.permutations('abcd', 2), 3
    yield "perm0", itertools.permutations('abcd', 2), 0
    yield "permx", itertools.permutations('ab', 5), 0
    yield "permend", itertools.permutations('ab'), 5
    yield "comb", itertools.combinations('abcd', 2), 3
    yield "comb0", itertools.combinations('abcd', 2), 0
    yield "combend", itertools.combinations('abcd', 2), 30
    yield "cwr", itertools.combinations_with_replacement('abcd', 2), 3
    yield "cwr0", itertools.combinations_with_replacement('abcd', 2), 0
    yield "acc", itertools.accumulate([1,2,3,4]), 2
    yield "acc0", itertools.accumulate([1,2,3,4], initial=10), 0
    yield "acc1", itertools.accumulate([1,2,3,4], initial=10), 1
    yield "accf", itertools.accumulate([1,2,3,4], max), 1
    yield "accN", itertools.accumulate([None,2], lambda a,b: a), 1
    yield "zl", itertools.zip_longest('abc', [1,2,3,4,5]), 1
    yield "zl2", itertools.zip_longest('abc', [1,2,3,4,5], fillvalue='-'), 4
    yield "gb", itertools.groupby('aabbc'), 0
    yield "gb1", itertools.groupby('aabbc'), 1
    yield "gbk", itertools.groupby('aabbc', key=str.upper), 2
    yield "tee", itertools.tee('abc')[0], 1
    yield "count", itertools.count(3, 2), 1
    yield "countf", itertools.count(3.5), 1
    yield "cycle", itertools.cycle('abc'), 2
    yield "cycle4", itertools.cycle('abc'), 4
    yield "repeat", itertools.repeat('a', 3), 1
    yield "repeati", itertools.repeat('a'), 1
    yield "chain", itertools.chain('abc', 'def'), 2
    yield "chain0", itertools.chain(), 0
    yield "compress", itertools.compress('abcdef', [1,0,1,1,0,1]), 1
    yield "dropwhile", itertools.dropwhile(str.isupper, 'ABcDe'), 1
    yield "dropwhile0", itertools.dropwhile(str.isupper, 'ABcDe'), 0
    yield "takewhile", itertools.takewhile(str.isupper, 'ABcDe'), 1
    yield "filterfalse", itertools.filterfalse(str.isupper, 'ABcDe'), 1
    yield "islice", itertools.islice('abcdefgh', 1, 7, 2), 1
    yield "islice0", itertools.islice('abcdefgh', 3), 0
    yield "islicend", itertools.islice('abcdefgh', 3), 5
    yield "starmap", itertools.starmap(pow, [(2,3),(3,2),(4,1)]), 1
    yield "pairwise", itertools.pairwise('abcd'), 1
    yield "batched", itertools.batched('abcdefg', 3), 1
for name, it, n in cases():
    for _ in range(n):
        try: next(it)
        except StopIteration: break
    for what in ("__reduce__", "__setstate__", "__copy__"):
        print(name, what, hasattr(it, what))
    try:
        r = it.__reduce__()
        print(name, "reduce", shown(r))
    except Exception as e:
        print(name, "reduce", type(e).__name__, e)
    for f in (copy.copy, copy.deepcopy):
        try:
            with warnings.catch_warnings(record=True) as w:
                warnings.simplefilter("always")
                c = f(it)
            print(name, [str(x.message) for x in w])
            print("  ", type(c).__name__, [x if not isinstance(x, tuple) or not x or not hasattr(x[-1], '__next__') else (x[0], list(x[1])) for x in itertools.islice(c, 4)])
        except Exception as e:
            print(name, "copy", type(e).__name__, e)
    print("  rest", [x if not isinstance(x, tuple) or not x or not hasattr(x[-1], '__next__') else (x[0], list(x[1])) for x in itertools.islice(it, 4)])
def tr(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
p = itertools.product('ab','cd')
tr(p.__setstate__, 3); tr(p.__setstate__, (1,)); tr(p.__setstate__, (1,7)); print(list(p))
p = itertools.product('ab','cd'); tr(p.__setstate__, (-1,1)); print(list(p))
p = itertools.permutations('abc',2); tr(p.__setstate__, 3); tr(p.__setstate__, ((0,1,2),(3,1))); tr(p.__setstate__, ((0,1,2),)); print(list(p))
p = itertools.permutations('abc',2); tr(p.__setstate__, ((0,1,2),(3,))); tr(p.__setstate__, ([0,1,2],(3,1)));tr(p.__setstate__, ((0,9,-2),(30,-1)));print(list(p))
p = itertools.combinations('abc',2); tr(p.__setstate__, 3); tr(p.__setstate__, (1,)); tr(p.__setstate__, (1,7)); print(list(p))
p = itertools.combinations_with_replacement('abc',2); tr(p.__setstate__, 3); tr(p.__setstate__, (1,)); tr(p.__setstate__, (1,7)); print(list(p))
p = itertools.accumulate([1,2]); p.__setstate__(10); print(list(p))
p = itertools.zip_longest([1,2],'a'); p.__setstate__('F'); print(list(p))
p = itertools.groupby('aab'); tr(p.__setstate__, 3); tr(p.__setstate__, (1,2)); tr(p.__setstate__, ('x','y','z')); print([(k,list(g)) for k,g in p])
p = itertools.islice('abc', 2); tr(p.__setstate__, 'a'); p.__setstate__(1); print(list(p))
p = itertools.dropwhile(str.isupper,'ABc'); tr(p.__setstate__, 'a'); print(list(p)); tr(p.__setstate__, {})
p = itertools.takewhile(str.isupper,'ABc'); tr(p.__setstate__, 'a'); print(list(p))
p = itertools.cycle('ab'); tr(p.__setstate__, 'a'); tr(p.__setstate__, ([1],)); tr(p.__setstate__, ([1],1));print(list(itertools.islice(p,5)))
p = itertools.chain('ab'); tr(p.__setstate__, 'a'); tr(p.__setstate__, ()); tr(p.__setstate__, (1,));tr(p.__setstate__, (iter('ab'),iter('q')));tr(list,p)
k,g = next(itertools.groupby('aab')); tr(lambda: shown(g.__reduce__()))
gb = itertools.groupby('aab'); k,g = next(gb); print(list(copy.copy(g)))
t1,t2 = itertools.tee('abcdef'); next(t1); c=copy.copy(t1); print(list(c), list(t1), list(t2))
tr(lambda: shown(t1.__reduce__()))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    tr(copy.copy, itertools.product('ab'))
    tr(itertools.product('ab').__reduce__)
    tr(itertools.product('ab').__setstate__, (0,))
    tr(itertools.product.__reduce__, 4)
class P(itertools.product): pass
p = P('ab'); p.x = 3; next(p); c = copy.copy(p); print(type(c), getattr(c,'x',None), list(c))
