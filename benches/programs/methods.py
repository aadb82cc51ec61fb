"""Methods: plain, inherited, through super, static and class methods, properties, builtin methods."""
import sys


class Base:
    def __init__(self):
        self.total = 0

    def add(self, n):
        self.total += n
        return self

    def scaled(self, n):
        return n * 2

    @staticmethod
    def twice(n):
        return n + n

    @classmethod
    def name(cls, n):
        return n + 1

    @property
    def half(self):
        return self.total // 2

    def __getitem__(self, index):
        return index + 1

    def __len__(self):
        return 7


class Derived(Base):
    def scaled(self, n):
        return super().scaled(n) + 1

    def __add__(self, n):
        return self.total + n

    def __eq__(self, other):
        return self.total == other


def main(size):
    item = Derived()
    stack = []
    total = 0
    for _ in range(size):
        for i in range(6000):
            item.add(i).add(1)
            total += item.scaled(i)
            total += item.twice(i) + item.name(i)
            total += item.half & 7
            total += item[i] + len(item)
            total += (item + i) & 15
            if item == i:
                total += 1
            stack.append(i)
            if len(stack) > 100:
                stack.clear()
    return total, item.total, len(stack)


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
