for i in range(3): pass
else: print("else", i)
for i in range(3):
    if i == 1: break
else: print("never")
n = 3
while n:
    n -= 1
    if n == 1: continue
    print("n", n)
else: print("while else")
print([x for x in range(10) if x % 2 if x > 3], {x: y for x, y in zip("ab", (1, 2))}, {x % 3 for x in range(9)})
print([[y for y in range(x)] for x in range(4)], [(x, y) for x in range(3) for y in range(x)])
x = "outer"
print([x for x in range(3)], x)
print([lambda: i for i in range(2)][0]())
fs = [(lambda: i)() for i in range(3)]; print(fs)
def f():
    return [locals_ for locals_ in [1]], [k for k in [3]], (a := [1, 2])
print(f())
print([y := 1, y ** 2], y)
if (m := len("abc")) > 2: print(m)
class C:
    data = [1, 2]
    doubled = [d * 2 for d in data]
    try: bad = [data for _ in range(1)]
    except NameError as e: bad = "name error"
print(C.doubled, C.bad)
total = 0
for a, b in [(1, 2), (3, 4)]:
    for c in range(a):
        total += b * c
print(total)
it = iter([1, 2, 3, 4])
for a in it:
    print(a, next(it), end="; ")
print()
print(list(map(lambda *a: a, [1, 2], "ab")), list(filter(None, [0, 1, "", "x"])), list(zip(*[(1, 2), (3, 4)])))
l = [1, 2, 3]
for v in l:
    if v < 3: l.append(v + 10)
    if len(l) > 8: break
print(l)
d = {1: 1}
try:
    for k in d: d[k + 1] = 1
except RuntimeError as e: print(e)
