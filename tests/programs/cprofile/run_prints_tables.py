import cProfile
import profile
import sys


class Masked:
    """Standard output with times masked, rows sorted."""

    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass

    def show(self):
        lines = []
        for line in self.text.splitlines():
            words = ["T" if "." in w and w.replace(".", "").isdigit() else w for w in line.split()]
            lines.append(" ".join(words))
        print("\n".join(sorted(lines)))


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def masked(function, *arguments):
    out = sys.stdout = Masked()
    try:
        function(*arguments)
    except BaseException as error:
        out.write(f"left with {error!r}\n")
    finally:
        sys.stdout = sys.__stdout__
    out.show()
    print("-" * 20)


masked(cProfile.run, "fib(5)")
masked(cProfile.run, "fib(5)", None, "calls")
masked(cProfile.runctx, "f(4); len([])", {"f": fib}, {}, None, ("calls", "name"))
masked(cProfile.run, "raise SystemExit(3)")
masked(cProfile.run, "raise KeyError(3)")
masked(cProfile.run, "1 +")
masked(cProfile.Profile().run("fib(3)").print_stats, 2)
