import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted


class Upper:
    def __get__(self, instance, owner):
        return instance.text.upper()

    def __set__(self, instance, value):
        instance.text = value


class Box:
    shout = Upper()

    def __init__(self, text):
        self.text = text

    @property
    def size(self):
        return len(self.text)

    @size.setter
    def size(self, value):
        self.text = self.text[:value]

    @staticmethod
    def make():
        return Box("x")

    @classmethod
    def build(cls):
        return cls("yy")


def main():
    box = Box("hello")
    box.size, box.shout
    box.shout = "other"
    box.size = 2
    Box.make().size
    Box.build().shout


counted(main)
