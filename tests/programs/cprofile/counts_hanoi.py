import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted


def move(n, a, b, c, pegs):
    if n:
        move(n - 1, a, c, b, pegs)
        pegs[b].append(pegs[a].pop())
        move(n - 1, c, b, a, pegs)


def main():
    pegs = [list(range(6, 0, -1)), [], []]
    move(6, 0, 1, 2, pegs)
    return len(pegs[1])


counted(main)
