print(hash(()), hash((1,)), hash((1, 2, 3)), hash((0, 0)), hash((-1,)), hash(((1, 2), (3, (4,)))))
print(hash((1.0, 2)) == hash((1, 2)), hash((True, False)) == hash((1, 0)))
print(hash((None,)) == hash((None,)), hash((10**30, 2.5, -1)))
for bad in ([], {}, set()):
    try:
        hash((1, bad))
    except TypeError as e:
        print(e)
t = ()
for _ in range(100000):
    t = (t, 1)
print(isinstance(hash(t), int), hash(t) == hash(t))


class H:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        print("hash", self.h)
        return self.h


hash((H(1), (H(2), H(3)), H(4)))


class Fails:
    def __hash__(self):
        raise ValueError("no hash")


try:
    hash((1, (2, Fails()), 3))
except ValueError as e:
    print(e)
d = {(1, 2): "a", (1, (2, 3)): "b", ("x", 1.5): "c"}
print(d[1, 2], d[1, (2, 3)], d["x", 1.5], d[(1.0, 2.0)], (1, 3) in d)
grid = {(x, y): x * y for x in range(30) for y in range(30)}
print(sum(grid[x, y] for x in range(30) for y in range(30)), len(grid))
