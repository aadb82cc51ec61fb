s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e, sorted(s))
s = {1, 2, 3}
try:
    for x in s:
        s.remove(x)
except RuntimeError as e:
    print(e, len(s))
s = {1, 2, 3}
it = iter(s)
print(it.__length_hint__(), next(it), it.__length_hint__())
s.add(4)
for _ in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e)
print(it.__length_hint__())
for x in s.copy():
    s.discard(x)
print(s)
it = iter({7})
print(list(it), list(it))


class Evil:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        t.clear()
        return False


t = {1, 2}
print(Evil() in t, t)
t = {1}
t.add(Evil())
print(len(t))
u = {1, Evil()}
t = u
print(len(u | {5}), type(iter(u)).__name__)
s = {1, 2}
s.update(s)
s.difference_update(s)
print(s)
s = {1, 2}
s ^= s
print(s)
s = {1, 2}
s &= s
s |= s
print(s)
s -= s
print(s)
