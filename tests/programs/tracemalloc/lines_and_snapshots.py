# runs: plain leaks; stress mode's collections would change what is traced
import tracemalloc

print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_traceback_limit())
tracemalloc.start()


def make():
    return [bytes(100) for _ in range(1000)]


kept = make()
texts = ["a" * n for n in range(1, 100)]
first = tracemalloc.take_snapshot()
top = first.statistics("lineno")[0]
print(top.traceback[0].lineno, top.count >= 1000, top.size > 100_000, str(top.traceback[0]).endswith(".py:9"))
print([s.traceback[0].lineno for s in first.statistics("lineno")[:2]])
now, peak = tracemalloc.get_traced_memory()
print(now > 100_000, peak >= now, tracemalloc.get_tracemalloc_memory() > 0)
del kept
second = tracemalloc.take_snapshot()
change = second.compare_to(first, "lineno")[0]
print(change.traceback[0].lineno, change.count, change.count_diff <= -1000, change.size, change.size_diff < -100_000)
only = second.filter_traces([tracemalloc.Filter(True, "*lines_and_snap*.py"), tracemalloc.Filter(False, "*", 12)])
print([s.traceback[0].lineno for s in only.statistics("lineno")][:1], len(only.statistics("filename")))
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())

tracemalloc.start(5)


def outer():
    return make()


kept = outer()
big = tracemalloc.take_snapshot().statistics("traceback")[0]
print([frame.lineno for frame in big.traceback], tracemalloc.get_traceback_limit())
for line in big.traceback.format():
    print(line.split('"')[-1])
texts = ["b" * 50]
print([f.lineno for f in tracemalloc.get_object_traceback(texts)][-1])
tracemalloc.clear_traces()
print(tracemalloc.get_traced_memory()[0] < 5000, tracemalloc.get_object_traceback(texts))
cumulative = tracemalloc.take_snapshot().statistics("filename", cumulative=True)
tracemalloc.reset_peak()
tracemalloc.stop()


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


attempt(tracemalloc.start, 0)
attempt(tracemalloc.start, 100_000)
attempt(tracemalloc.take_snapshot)
attempt(first.statistics, "colour")
attempt(first.statistics, "traceback", True)
attempt(first.filter_traces, 5)
print(tracemalloc.Statistic(tracemalloc.Traceback([("f.py", 3)]), 2048, 2))
print(repr(tracemalloc.Frame(("f.py", 3))), tracemalloc.Traceback([("b.py", 2), ("a.py", 1)], 2))
print(tracemalloc.StatisticDiff(tracemalloc.Traceback([("f.py", 3)]), 500_000, -1000, 4, 1))
