# Snapshots written to a file and read again.
import os
import tracemalloc

name = f"/tmp/snapshot-{os.getpid()}.bin"


class Item:
    def __init__(self, number):
        self.number, self.text = number, str(number) * 20


def make(count):
    return [Item(i) for i in range(count)]


tracemalloc.start(3)
items = make(200)
more = {i: (i, [i]) for i in range(100)}
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()
snapshot.dump(name)
again = tracemalloc.Snapshot.load(name)
print(type(again).__name__, again.traceback_limit, len(again.traces) == len(snapshot.traces))
print(again.traces == snapshot.traces, again.traces[0] == snapshot.traces[0])
for key in "lineno", "filename", "traceback":
    print(key, [str(s) for s in again.statistics(key)] == [str(s) for s in snapshot.statistics(key)])
print([d.size_diff for d in again.compare_to(snapshot, "lineno") if d.size_diff])
ours = [tracemalloc.Filter(True, __file__)]
print(len(again.filter_traces(ours).traces) == len(snapshot.filter_traces(ours).traces) > 400)
os.remove(name)
try:
    tracemalloc.Snapshot.load(name)
except OSError as error:
    print(type(error).__name__)
