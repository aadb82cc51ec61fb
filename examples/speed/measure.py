"""Measures two ways to do the same: instructions and bytes, which are exact, and time, which is not.

The programs of this folder print what holds on every machine; with -v they print the figures too.
"""

import sys
import timeit

import _lines


class Figures:
    """What one call of a function costs."""

    def __init__(self, name, function):
        self.name = name
        self.function = function
        function()
        _lines.start()
        try:
            self.result = function()
        finally:
            codes, _, _, before, after = _lines.stop()
        lines = [line for code in codes for line in code[3]]
        self.instructions = sum(line[3] for line in lines)
        self.allocated = sum(line[4] for line in lines)
        self.peak = max(line[6] for line in lines) - before

    def time(self):
        """Seconds of one call, at best: of many short runs some are disturbed by nobody."""
        timer = timeit.Timer(self.function)
        number = max(1, int(0.001 / timer.timeit(1)))
        return min(timer.repeat(repeat=50, number=number)) / number

    def show(self):
        print(
            f"  {self.name:<24} {self.instructions:>10,} instructions {self.allocated:>12,} bytes allocated "
            f"{self.peak:>10,} at the peak {self.time() * 1e6:>10,.1f} us"
        )


def compare(title, slow, fast):
    """Figures of two functions that give the same result."""
    print(title)
    first, second = Figures(slow.__name__, slow), Figures(fast.__name__, fast)
    print("  same result:", first.result == second.result)
    if "-v" in sys.argv:
        first.show()
        second.show()
    return first, second


def claim(text, holds):
    """Print what is claimed, and whether it holds."""
    print(f"  {text}: {'yes' if holds else 'NO'}")
