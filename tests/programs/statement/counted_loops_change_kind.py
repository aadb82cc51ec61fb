"""Counted loops whose numbers change their kind on the way."""


def plain(n, step=1):
    total = 0
    i = 0
    while i < n:
        total += i
        i += 1
    return total, i


print(plain(10), plain(0), plain(10.5), plain(3))


class Number:
    def __init__(self, n):
        self.n = n

    def __gt__(self, other):
        return self.n > other

    def __lt__(self, other):
        return NotImplemented


print(plain(Number(4)), plain(5))


def mixed(n, what):
    total = 0
    i = 0
    while i < n:
        if i == 3:
            total = what
            i += 0.5
            i = int(i)
            n += 0.0
            if i == 3:
                i += 1
                continue
        total += i
        i += 1
    return total, i


print(mixed(6, 10), mixed(6, 0.5), mixed(6, True), mixed(6, 2**70), mixed(4, 1))


def skipping(n, start):
    total = 0
    i = start
    while i < n:
        if i == 4:
            i += 1.0
            continue
        if i == 6:
            i = 7
        total += i
        i += 1
    return total, i


print(skipping(9, 0), skipping(9, 0), skipping(9, 2.0), skipping(9, 5))


def high(start, n):
    total = 2**61 - 20
    i = start
    while i < n:
        total += i
        i += 3
    return total, i


print(high(0, 10), high(2**61 - 10, 2**61 + 10), high(2**63 - 4, 2**63 + 4), high(-3, 3))


def down(n):
    total = 0
    i = n
    while -20000 < i:
        total += i
        i -= 5000
    j = 0
    while j < n:
        total += j
        j += 30000
    k = -n
    while k < n:
        total += k
        k += 8191
    m = -n
    while m < n:
        total += m
        m += 8192
    return total, i, j, k, m


print(down(90000))


def same(n):
    i = 1
    while i < n:
        i += i
        i += 1
    return i


print(same(1000))


body = "".join(f"            total = total * {k} + i % {k + 2}\n" for k in range(9000))
exec(f"""
def far(n):
    i = total = 0
    while i < n:
        if i > n:
{body}
        total += i
        i += 1
    return total, i
""")
print(far(100))
