big = 2**53
print(big + 1 == float(big + 1), big + 1 > float(big), big == float(big), big + 1 != float(big))
print(10**400 > float("inf"), 10**400 < float("inf"), -(10**400) < float("-inf"), -(10**400) > float("-inf"))
nan = float("nan")
for n in (0, 5, 10**400):
    print(n == nan, n != nan, n < nan, n > nan, n <= nan, n >= nan)
for n in (3, -3, 2**70, -(2**70)):
    for f in (2.5, 3.0, 3.5, -3.5, -2.5, 2.0**70, 2.0**70 + 2**20):
        print(n, f, n < f, n <= f, n == f, n > f, f < n, f >= n)
