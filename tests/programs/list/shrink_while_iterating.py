a = list(range(10))
seen = []
for x in a:
    seen.append(x)
    if x % 2 == 0:
        a.remove(x)
print(seen, a)
a = list(range(10))
it = iter(a)
print(next(it), next(it))
a.clear()
print(list(it))
a.extend([1, 2, 3])
print(list(it))
a = [1, 2, 3]
it = iter(a)
print(it.__length_hint__())
next(it)
a.pop()
print(it.__length_hint__())
a.append(9)
print(list(it), it.__length_hint__())
r = reversed(a)
print(next(r), r.__length_hint__())
a.clear()
print(list(r), r.__length_hint__())
a = [1, 2, 3, 4]
for x in reversed(a):
    print(x, end=" ")
    if x == 3:
        del a[1:]
print(a)
