import time

for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    function, in_nanoseconds = getattr(time, name), getattr(time, name + "_ns")
    a, b = function(), function()
    c, d = in_nanoseconds(), in_nanoseconds()
    print(name, type(a).__name__, type(c).__name__, b >= a, d >= c, abs(c / 1e9 - a) < 5)
    info = time.get_clock_info(name)
    print(info.implementation, info.monotonic, info.adjustable, info.resolution)
start = time.monotonic()
time.sleep(0.03)
elapsed = time.monotonic() - start
print(0.03 <= elapsed < 2, time.sleep(0), time.sleep(0.0))
cpu = time.process_time()
sum(range(100000))
print(time.process_time() >= cpu, time.clock_gettime(time.CLOCK_MONOTONIC) >= start, time.clock_getres(time.CLOCK_REALTIME) > 0)
print(abs(time.time() - time.mktime(time.localtime())) < 5, time.gmtime().tm_year >= 2024, time.localtime(None).tm_year >= 2024)
