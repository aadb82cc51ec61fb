import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted


class Base:
    made = 0

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)

    def __new__(cls, *args):
        return super().__new__(cls)

    def __init__(self, x):
        self.x = x

    def area(self):
        return 0


class Square(Base):
    def area(self):
        return self.x ** 2 + super().area()


def main():
    class Cube(Square):
        def area(self):
            return 6 * super().area()

    return sum(shape(3).area() for shape in (Base, Square, Cube))


counted(main)
