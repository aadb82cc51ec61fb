import os
import time

for zone in ("UTC", "Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "EST5EDT,M3.2.0,M11.1.0", "<+03>-3"):
    os.environ["TZ"] = zone
    time.tzset()
    print(zone, time.tzname, time.timezone, time.altzone, time.daylight)
    for seconds in (0, 1704067200, 1720000000, 1711846799, 1711846800, 1729990800):
        t = time.localtime(seconds)
        print(time.strftime("%Y-%m-%d %H:%M:%S %Z %z", t), t.tm_isdst, t.tm_gmtoff, time.mktime(t) == seconds)
    print(time.mktime((2024, 1, 15, 12, 0, 0, 0, 0, -1)), time.mktime((2024, 7, 15, 12, 0, 0, 0, 0, -1)), time.ctime(1700000000))
    print(time.mktime((2024, 7, 15, 12, 0, 0, 0, 0, 0)), time.mktime((2024, 1, 15, 12, 0, 0, 0, 0, 0)))
