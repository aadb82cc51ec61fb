# runs: plain leaks; figures depend on when collections run
import gc
import sys

gc.disable()
gc.collect()


class A:
    pass


def cycle():
    a = A()
    a.a = a


def callback(phase, info):
    print(phase, sorted(info.items()))


gc.callbacks.append(callback)
cycle()
print(gc.collect(0), gc.collect(1), gc.collect())
gc.callbacks.append(lambda phase, info: cycle())
print(gc.collect(0))
gc.callbacks.clear()
gc.collect()
before = gc.get_stats()
cycle()
gc.collect(0)
gc.collect(0)
cycle()
gc.collect(1)
after = gc.get_stats()
print([{k: a[k] - b[k] for k in a} for a, b in zip(after, before)])

gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
cycle()
print(gc.collect(), len(gc.garbage), type(gc.garbage[0]).__name__, gc.garbage[0].a is gc.garbage[0])
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect())


class Collector:
    text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


sys.stderr, stderr = Collector(), sys.stderr
gc.set_debug(gc.DEBUG_STATS | gc.DEBUG_COLLECTABLE)
cycle()
gc.collect(0)
gc.set_debug(0)
text, sys.stderr = sys.stderr.text, stderr
for line in text.splitlines():
    print(line.split("0x")[0] if "collectable <" in line else line.split(",")[0].split("generation:")[0])

# Counts of collections: one of a younger generation counts for the next.
gc.collect()
print(gc.get_count()[1:])
gc.collect(0)
gc.collect(0)
print(gc.get_count()[1:])
gc.collect(1)
print(gc.get_count()[1:])
gc.collect(0)
gc.collect(1)
print(gc.get_count()[1:])
gc.collect()
print(gc.get_count()[1:])

# Automatic collections.
gc.enable()
runs = [0, 0, 0]


def count(phase, info):
    if phase == "start":
        runs[info["generation"]] += 1


gc.callbacks.append(count)
keep = [[i] for i in range(100_000)]
print(runs[0] > 10, runs[1] > 1, runs[2] <= 1)
gc.callbacks.clear()
