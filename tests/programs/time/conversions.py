import time


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


for seconds in (0, -1, 86399, 86400, 951782400, 1709164800, 1.9, -1.5, -62135596800, 253402300799, 2**31):
    print(time.gmtime(seconds), time.asctime(time.gmtime(seconds)))
t = time.gmtime(1234567890)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t.tm_isdst, t.tm_zone, t.tm_gmtoff)
print(t[0], t[-1], len(t), t[:3], tuple(t), t == tuple(t), t < time.gmtime(1234567891), hash(t) == hash(tuple(t)))
f = "%a %A %b %B %c %d %e %H %I %j %m %M %p %S %U %w %W %x %X %y %Y %Z %% %G %V %u %D %F %T %R %r %C %h"
for seconds in (0, 1234567890, 951782400 + 43200, -86400 * 3000):
    print(time.strftime(f, time.gmtime(seconds)))
print(time.strftime("%-d|%_d|%03d|%^a|%#Z|%Ey|%Od|%Q|%", time.gmtime(0)), time.strftime("", t), time.strftime("é%Y\n", t))
print(time.struct_time(range(9)), time.struct_time(range(11)).tm_gmtoff, time.struct_time.n_fields, time.struct_time.__match_args__)
print(t.__reduce__(), t.__replace__(tm_year=1) if hasattr(t, "__replace__") else None)
for call in [
    lambda: time.gmtime("a"), lambda: time.gmtime(1e20), lambda: time.gmtime(10**30), lambda: time.gmtime(float("nan")), lambda: time.mktime((2020, 1, 1)),
    lambda: time.mktime(5), lambda: time.asctime(1), lambda: time.asctime((1, 2)), lambda: time.asctime((2020, 13, 1, 0, 0, 0, 0, 1, 0)),
    lambda: time.strftime("%Y", (2020, 1, 41, 0, 0, 0, 0, 0, 0)), lambda: time.strftime("%Y", (2020, 1, 1, 25, 0, 0, 0, 0, 0)),
    lambda: time.strftime("%Y", (2020, 1, 1, 0, 60, 0, 0, 0, 0)), lambda: time.strftime("%Y", (2020, 1, 1, 0, 0, 62, 0, 0, 0)),
    lambda: time.strftime("%Y", (2020, 1, 1, 0, 0, 0, -2, 0, 0)), lambda: time.strftime("%Y", (2020, 1, 1, 0, 0, 0, 0, 367, 0)), lambda: time.strftime(5),
    lambda: time.struct_time(range(8)), lambda: time.struct_time(range(12)), lambda: time.struct_time(5), lambda: setattr(t, "tm_year", 1),
    lambda: time.sleep(-1), lambda: time.sleep("a"), lambda: time.get_clock_info("x"),
]:
    show(call)
