log = []


class C:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        log.append((self.n, other.n))
        return self.n < other.n


def run(numbers, **kw):
    log.clear()
    result = sorted([C(n) for n in numbers], **kw)
    print([c.n for c in result], log)


run([3, 1, 2])
run([1, 2, 3, 4])
run([4, 3, 2, 1])
run([2, 2, 1, 1], reverse=True)
run([])
run([1])
state = 12345
numbers = []
for _ in range(300):
    state = (state * 1103515245 + 12345) % 2**31
    numbers.append(state % 100)
log.clear()
result = sorted([C(n) for n in numbers])
print([c.n for c in result] == sorted(numbers), len(log), sum(a * 7 + b for a, b in log))
nan = float("nan")
print(sorted([3.0, nan, 1.0, 2.0, nan, 0.5]))
print(sorted([{1, 2}, {1}, {3}, set(), {1, 2, 3}]))
print([c.n for c in sorted([C(n) for n in (1, 0, 2)], key=lambda c: c)])
