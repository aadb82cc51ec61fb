def collect(item, into=[]):
    into.append(item)
    return into
print(collect(1), collect(2), collect(3, []), collect(4))
print(collect.__defaults__)
collect.__defaults__ = (["fresh"],)
print(collect(5))
def kw(*, a={}): 
    a[len(a)] = 1
    return a
kw(); kw()
print(kw(), kw.__kwdefaults__)
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
