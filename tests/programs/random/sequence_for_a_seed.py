import random
from random import Random


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


r = Random(42)
print([r.random() for _ in range(5)])
print([r.randrange(100) for _ in range(10)], [r.randint(-5, 5) for _ in range(10)], [r.getrandbits(k) for k in (0, 1, 8, 31, 32, 33, 64, 65, 100)])
print([r.uniform(1, 10) for _ in range(3)], [r.choice("abcdef") for _ in range(10)], r.sample(range(1000), 8), r.sample("abcdefgh", 3))
l = list(range(15))
r.shuffle(l)
print(l, r.choices([1, 2, 3], k=8), r.choices("abc", weights=[1, 2, 3], k=8), r.choices("abc", cum_weights=[1, 3, 6], k=5))
print(r.gauss(0, 1), r.gauss(), r.normalvariate(5, 2), r.expovariate(1.5), r.triangular(1, 10, 3), r.betavariate(2, 3), r.gammavariate(2, 1), r.gammavariate(0.5, 1))
print(r.lognormvariate(0, 1), r.vonmisesvariate(1, 2), r.paretovariate(3), r.weibullvariate(1, 1.5), r.binomialvariate(10, 0.3), r.binomialvariate(100, 0.6))
print(r.randbytes(8), r.randrange(10**30), r.randrange(5, 100, 7), r.randrange(100, 5, -7), r.sample([1, 2, 3], 4, counts=[2, 2, 2]))
state = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)], state[0], len(state[1]), state[2])
for seed in (0, 1, -1, 2**40, 2**100, True, "text", b"bytes", 1.5, None):
    x, y = Random(seed), Random(seed)
    print(type(seed).__name__, x.random() == y.random() or seed is None, x.random() if seed is not None else "-")
random.seed(7)
print(random.random(), random.randint(1, 6), random.choice([1, 2, 3]), random.getrandbits(16))
for call in [
    lambda: r.randrange(0), lambda: r.randint(5, 1), lambda: r.choice([]), lambda: r.sample([1], 2), lambda: r.sample({1, 2}, 1), lambda: r.randrange(1.5),
    lambda: r.getrandbits(-1), lambda: r.choices([], k=1), lambda: r.choices([1], weights=[1, 2]), lambda: r.choices([1], weights=[0]), lambda: r.setstate(5),
    lambda: r.seed([]), lambda: r.expovariate(0), lambda: r.randrange(1, 2, 0), lambda: r.shuffle((1,)), lambda: r.sample(range(3), -1),
]:
    show(call)


class Mine(Random):
    def random(self):
        return 0.5


m = Mine()
print(m.random(), m.randrange(10), m.choice("abcd"), m.uniform(0, 8))
