# What an AttributeError says of names that are no plain text, and of very long ones.
import sys


class Plain:
    pass


class Slots:
    __slots__ = ("a",)


class Base:
    def ask(self, name):
        return getattr(super(), name)


def ask(object, name):
    try:
        getattr(object, name)
    except AttributeError as error:
        text = str(error)
        print(ascii(text if len(text) < 200 else (text[:40], text[-10:], len(text))), error.name == name, error.obj is object)


for name in ("missing", "", "a b", "\udc80", "\u20ac", "\U0001f41c", "it's", "m" * 1_000_000, "\u20ac" * 300_000):
    for object in (1, "text", Plain, Plain(), sys, [], len):
        ask(object, name)
    try:
        Base().ask(name)
    except AttributeError as error:
        print(ascii(str(error)[:60]), len(str(error)))
    for change in (lambda: setattr(1, name, 2), lambda: delattr(Plain(), name), lambda: setattr(Slots(), name + "x", 1)):
        try:
            change()
        except AttributeError as error:
            print(ascii(str(error)[:60]), len(str(error)))
ask(Slots(), "a")

for text in ("0X1.8P3", "0x.8p+1", "InF", "-NaN", "0x", "x1", "1p", "1p+", "1p1_0", "1P-5", "0x1p" + "9" * 30, "0x1p-" + "9" * 30):
    try:
        print(text[:12], float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(text[:12], type(error).__name__, error)
