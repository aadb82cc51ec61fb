d = {}
for i in range(200_000):
    d[i * 7919 % 1_000_003] = i
print(len(d), sum(d.values()), sum(d) % 1_000_007)
for i in range(0, 200_000, 3):
    del d[i * 7919 % 1_000_003]
print(len(d), sum(d.values()))
s = {f"key{i}": i for i in range(50_000)}
print(len(s), s["key49999"], "key50000" in s, sum(s[f"key{i}"] for i in range(0, 50_000, 7)))
for i in range(49_000):
    s.pop(f"key{i}")
print(len(s), next(iter(s)), s.popitem())
e = {-1: "a", -2: "b"}
print(e[-1], e[-2], hash(-1) == hash(-2))
m = 2**61 - 1
f = {0: "zero", m: "m", 2 * m: "2m", 1: "one", m + 1: "m+1", 0.5: "half", 2**70: "big"}
print(f[0], f[m], f[2 * m], f[1], f[m + 1], f[0.5], f[2.0**70], len(f))
mixed = {}
for i in range(1000):
    mixed[i] = i
    mixed[str(i)] = i
    mixed[i + 0.5] = i
    mixed[i,] = i
print(len(mixed), mixed["500"], mixed[500], mixed[500.5], mixed[500,], mixed[500.0])
