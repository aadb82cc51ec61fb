import io
import sys
import timeit


def show(timer):
    out = io.StringIO()
    try:
        timer.timeit(1)
    except Exception:
        timer.print_exc(out)
    # Without the frames of this file and of timeit itself.
    lines = out.getvalue().splitlines()
    at = next(i for i, line in enumerate(lines) if "timeit-src" in line)
    print(lines[0])
    print("\n".join(lines[at:]))


show(timeit.Timer("1 / 0"))
show(timeit.Timer("x = 1\ny = x + undefined", "a = 5"))
show(timeit.Timer("pass", "int('z')"))
