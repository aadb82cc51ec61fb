# Corners of protocols: conversions, exhausted iterators, concatenation, records, deleted dicts, dead references.
import collections
import copy
import math
import operator
import os
import pprint
import sys
import time
import weakref
from fractions import Fraction


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Number(str):
    def __float__(self):
        return 1.5


class Counted(str):
    def __index__(self):
        return 7


print(float(Number("3")), float(Counted("3")), float("3"), float(type("Text", (str,), {})("4")))


def source():
    if not source.busy:
        source.busy = True
        print("inner", list(source.iterator))
        return 1
    return 2


source.busy = False
source.iterator = iter(source, 2)
print(list(source.iterator))


class Items:
    def __getitem__(self, index):
        return (1,)[index]


class Grows(Items):
    def __iadd__(self, other):
        return "grown"


class Adds(Items):
    def __add__(self, other):
        return "sum"


class Reflects(Items):
    def __radd__(self, other):
        return "reflected"


class NoItems:
    def __add__(self, other):
        return "sum"


for left in Items(), Grows(), Adds(), Reflects(), NoItems(), [1], 1, {}:
    for right in Items(), Reflects(), [2], 3:
        names = type(left).__name__, type(right).__name__
        if type(left) is list and not type(right) is list:
            continue
        print(*names, attempt(operator.concat, left, right), attempt(operator.iconcat, left, right), sep="; ")

print(math.nextafter(-0.0, 0.0), math.nextafter(-0.0, 0.0, steps=1), math.nextafter(0.0, -0.0, steps=3))
print(math.nextafter(-0.0, 0.0, steps=0), math.nextafter(5e-324, -1.0, steps=1), math.nextafter(-5e-324, 1.0, steps=1))

parts = slice([1], [2], [3])
deep = copy.deepcopy(parts)
print(deep, deep.start is parts.start, copy.copy(parts) is parts)

print(attempt(time.struct_time, range(10), {"tm_zone": 1}), attempt(time.struct_time, range(9), {"tm_year": 1}))
print(time.struct_time(range(9), {"tm_zone": "zone"}).tm_zone, time.struct_time(range(10), {"tm_gmtoff": 5}).tm_gmtoff)
print(copy.replace(sys.version_info, minor=0, micro=1), attempt(copy.replace, sys.version_info, no=3))
print(attempt(copy.replace, os.stat("."), st_mode=3), attempt(sys.version_info.__replace__, 3))


class Plain:
    pass


plain = Plain()
plain.a = 1
kept = plain.__dict__
del plain.__dict__
print(vars(plain), kept, hasattr(plain, "a"))
plain.b = 2
print(vars(plain), plain.__dict__ is vars(plain))
del plain.__dict__
print(vars(plain))


class Table(dict):
    def __getattr__(self, name):
        return self[name]


table = Table()
reference = weakref.ref(table, lambda dead: None)
print(repr(reference)[:9], "Table" in repr(reference), reference.__callback__ is None)
del table
print(reference.__callback__)

print(type.__type_params__, attempt(getattr, type, "__abstractmethods__"), attempt.__type_params__ is attempt.__type_params__)
print(collections.UserString("a\tb").expandtabs(tabsize=2), collections.UserString("a\tb").expandtabs(3))
for spec in "0=12,.2f", "012,.2f", "0=12_.2f", "0>12,.2f", "x=12,.2f":
    print(format(Fraction(6172839, 5000), spec))


class Unordered:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


class Shown:
    def __init__(self, name):
        self.name = name


pprint.pprint([Unordered("first" * 10), Unordered("second" * 10)])
print(pprint.pformat([Shown("x")] * 3, width=20).count("<__main__.Shown object at"))
