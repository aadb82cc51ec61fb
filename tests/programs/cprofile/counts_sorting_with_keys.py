import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted


class Key:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value


def negated(x):
    return -x


def main():
    data = [5, 3, 9, 1, 7]
    data.sort(key=negated)
    sorted(data, key=lambda x: x % 3)
    sorted(Key(x) for x in data)
    max(data, key=negated)


counted(main)
