depth = 100_000
a = []
for _ in range(depth):
    a = [a]
b = []
for _ in range(depth):
    b = [b]
for f in (lambda: a == b, lambda: repr(a), lambda: a < b, lambda: b in [a], lambda: str(a)):
    try:
        f()
    except RecursionError as e:
        print("RecursionError")
n = 0
x = a
while x:
    x = x[0]
    n += 1
print(n)
del a, x
t = ()
for _ in range(depth):
    t = (t,)
try:
    hash(t)
except RecursionError:
    print("RecursionError")
del t, b
d = {}
for _ in range(depth):
    d = {1: d}
try:
    repr(d)
except RecursionError:
    print("RecursionError")
del d
print("freed")
