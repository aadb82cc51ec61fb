import time


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


for text, format in [
    ("30 Nov 00", "%d %b %y"), ("2020-02-29", "%Y-%m-%d"), ("12:30 PM", "%I:%M %p"), ("12:30 am", "%I:%M %p"), ("2020 100", "%Y %j"),
    ("2020 10 3", "%Y %U %w"), ("2020 10 3", "%Y %W %w"), ("2020 10 3", "%G %V %u"), ("monday january", "%A %B"), ("12.345678", "%S.%f"),
    ("Sat Jul  4 12:00:01 1998", "%c"), ("07/04/98", "%x"), ("12:59:59", "%X"), ("  2020   1", " %Y %m"), ("99", "%y"), ("68", "%y"), ("69", "%y"),
    ("1111", "%m%H%S"), ("100%", "%H0%%"), ("UTC", "%Z"), ("+0530", "%z"), ("-01:30", "%z"), ("Z", "%z"), ("Feb 2000 29", "%b %Y %d"),
]:
    show(lambda: time.strptime(text, format))
print(time.strptime("+0530", "%z").tm_gmtoff, time.strptime("-01:30", "%z").tm_gmtoff, time.strptime("UTC", "%Z").tm_zone)
for text, format in [
    ("2021-02-29", "%Y-%m-%d"), ("x", "%Y"), ("2020 x", "%Y"), ("2020", "%Q"), ("2020", "%"), ("2020 10", "%G %V"), ("10 1", "%V %u"),
    ("2020 54 1", "%G %V %u"), ("13", "%m"), ("2020-1", "%Y/%m"), ("", "%Y"), ("2020 100 1", "%G %j %u"), ("2020 1 1", "%Y %V %u"),
]:
    show(lambda: time.strptime(text, format))
show(lambda: time.strptime(5, "%Y"))
show(lambda: time.strptime("5", 5))
print(time.strptime("Thu Jan  1 00:00:00 1970"))
