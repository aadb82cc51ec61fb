"""What cProfile adds to a call, in nanoseconds of processor time: Anthill and CPython, interleaved, the best of all rounds.

    python3 benches/profiler_cost.py ANTHILL CPYTHON [ROUNDS]
"""

import subprocess
import sys

PROGRAM = """
import cProfile, time

def f(): pass

def calls(n):
    for _ in range(n): f()

def natives(n, g=len, x=()):
    for _ in range(n): g(x)

def methods(n, x=[1]):
    for _ in range(n): x.count(1)

def generator(n):
    for _ in range(n): yield

def generators(n):
    for _ in generator(n): pass

n = 100_000
for function in (calls, natives, methods, generators):
    times = []
    for profiled in (False, True):
        best = 1e9
        for _ in range(5):
            profile = cProfile.Profile()
            if profiled:
                profile.enable()
            start = time.process_time()
            function(n)
            elapsed = time.process_time() - start
            profile.disable()
            best = min(best, elapsed)
        times.append(best)
    print(function.__name__, (times[1] - times[0]) / n * 1e9)
"""


def main():
    interpreters = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    best = {}
    for _ in range(rounds):
        for interpreter in interpreters:
            done = subprocess.run([interpreter, "-c", PROGRAM], capture_output=True, text=True, check=True)
            for line in done.stdout.splitlines():
                name, cost = line.split()
                key = name, interpreter
                best[key] = min(best.get(key, 1e9), float(cost))
    for name in dict.fromkeys(name for name, _ in best):
        own, other = (best[name, interpreter] for interpreter in interpreters)
        print(f"{name:12} {own:7.1f} ns {other:7.1f} ns  {own / other:.2f}")


main()
