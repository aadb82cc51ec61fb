import timeit

ticks = 0.0


def clock():
    global ticks
    ticks = ticks * 1.5 + 0.05
    return ticks


def wrap(timer):
    return clock


for arguments in [
    ["-n", "5", "-r", "2", "pass"], ["-n5", "-r2", "-uusec", "pass"], ["-u", "foo"], ["-x"], ["--numbe=1", "pass"],
    ["--n"], ["-n"], ["--verbose=3"], ["--nope"], ["-r", "0", "-n", "1", "pass"], ["-v", "-n", "10", "-s", "x = 1", "x + 1"],
    ["-vv", "x = 1", "y = x"], ["-n", "1", "if True:", "  pass"], ["-n", "2", "--", "-1"], [], ["-p", "-n", "3", "-s", "a = 1", "-s", "b = 2", "a + b"],
    ["-vvvv", "-n", "3", "-u", "msec"],
]:
    print(arguments)
    ticks = 0.0
    print("->", timeit.main(arguments, _wrap_timer=wrap))
