M = 2**61 - 1
for n in (0, 1, -1, -2, M - 1, M, M + 1, -M, -M - 1, 2**64, 2**100, -(2**100), 10**50):
    print(n, hash(n))
for f in (0.0, 1.0, -1.0, 2.0**61, 2.0**100, -(2.0**100), 1e22):
    print(hash(f) == hash(int(f)))
print(hash(True), hash(False), {1: "a", 1.0: "b", True: "c"})
