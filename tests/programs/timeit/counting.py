import timeit

calls = []
timeit.timeit("calls.append(1)", number=7, globals=globals())
print(len(calls))
timeit.timeit(lambda: calls.append(2), lambda: calls.append(3), number=4)
print(calls)
calls.clear()
times = timeit.repeat("calls.append(1)", "calls.append(0)", repeat=3, number=2, globals={"calls": calls})
print(calls, len(times), all(isinstance(t, float) and t >= 0 for t in times))
clock = iter(range(0, 1000, 3)).__next__
print(timeit.timeit(timer=clock, number=10), timeit.Timer(timer=clock).repeat(3, 2))
print(timeit.Timer(timer=clock).autorange(lambda number, time: print("callback", number, time)))
seconds = 0


def slow():
    global seconds
    seconds += 0.004
    return seconds


print(timeit.Timer(timer=lambda: seconds, stmt=slow).autorange())
try:
    timeit.timeit("1/0", number=1)
except ZeroDivisionError as error:
    print(error)
try:
    timeit.timeit("undefined", number=1)
except NameError as error:
    print(error)
print(timeit.timeit(number=0, timer=lambda: 5))
