"""Writes a table of random small patterns and subjects to compare with CPython:

    python3.13 tests/regex/random_cases.py 20000 SEED > /tmp/random.tsv
    ANTHILL_REGEX_CASES=/tmp/random.tsv cargo test --test regex
"""
import random
import re
import signal
import sys
import warnings

from oracle import line

warnings.simplefilter("ignore")


class Maker:
    """Makes one pattern; keeps count of the groups it opened."""

    def __init__(self, random):
        self.random = random
        self.groups = 0
        self.closed = []

    def pattern(self, depth):
        branches = self.random.choice([1, 1, 1, 2, 2, 3])
        return "|".join(self.sequence(depth) for _ in range(branches))

    def sequence(self, depth):
        return "".join(self.item(depth) for _ in range(self.random.choice([0, 1, 1, 2, 2, 3])))

    def item(self, depth):
        text = self.atom(depth)
        if self.random.random() < 0.4:
            text += self.random.choice(["*", "+", "?", "{2}", "{1,2}", "{0,2}", "{2,}", "{,3}", "{0}"])
            text += self.random.choice(["", "", "", "?", "+"])
        return text

    def atom(self, depth):
        r = self.random
        kind = r.randrange(20 if depth > 0 else 10)
        if kind < 5:
            return r.choice("aaabbc")
        if kind < 10:
            return r.choice([".", "[ab]", "[^a]", r"\w", r"\b", "^", "$", r"\B", "[a-c]", r"\s", r"\A", r"\Z", "é", r"\d", "\n"])
        if kind < 14:
            self.groups += 1
            number = self.groups
            text = f"({self.pattern(depth - 1)})"
            self.closed.append(number)
            return text
        if kind < 16:
            return f"(?:{self.pattern(depth - 1)})"
        if kind == 16:
            return r.choice(["(?=", "(?!", "(?<=", "(?<!"]) + self.pattern(depth - 1) + ")"
        if kind == 17:
            return f"(?>{self.pattern(depth - 1)})"
        if kind == 18 and self.closed:
            number = r.choice(self.closed)
            if r.random() < 0.5:
                return rf"(?:\{number})"
            return f"(?({number}){self.sequence(depth - 1)}|{self.sequence(depth - 1)})"
        return r.choice(["(?i:A)", "(?s:.)", "(?m:$)", "(?i:[a-c])", "(?a:\\w)"])


def timeout(*_):
    raise TimeoutError


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    r = random.Random(seed)
    signal.signal(signal.SIGALRM, timeout)
    done = 0
    while done < count:
        pattern = Maker(r).pattern(3)
        flags = r.choice([0, 0, 0, re.I, re.M, re.S, re.A])
        if r.random() < 0.05:
            spoiled = list(pattern)
            spoiled.insert(r.randrange(len(spoiled) + 1), r.choice("()[]{}*+?|\\^-P<=:!i1"))
            pattern = "".join(spoiled)
        for _ in range(r.choice([1, 2, 3])):
            subject = "".join(r.choice("aaabbbc é\nA1") for _ in range(r.randrange(9)))
            if r.random() < 0.1:
                subject += "中"
            operation = r.choice(["iter", "iter", "search", "match", "fullmatch", "split", "sub:<\\g<0>>", "search:1", "search:1,4", "compile"])
            signal.setitimer(signal.ITIMER_REAL, 0.5)
            try:
                text = line(pattern, flags, operation, subject)
            except (TimeoutError, RecursionError, SystemError):
                continue
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
            print(text)
            done += 1


main()
