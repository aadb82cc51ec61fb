"""Generators resumed by loops, send, next and delegation: order, clean-up, what is handled."""
import sys


def inner(n):
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                print("got", got)
    finally:
        print("inner ends", sys.exception())
    return n * 10


def outer(n):
    result = yield from inner(n)
    print("result", result)
    result = yield from plain(n)
    print("result", result)


def plain(n):
    i = 0
    while i < n:
        x = yield i
        i += 1 if x is None else x
    return "plain"


for value in outer(3):
    print(value)
g = outer(4)
print(next(g), g.send("a"), g.send(None), g.send("b"))
print(g.send("c"), g.send(2))
try:
    print(g.send(7))
except StopIteration as stop:
    print("stop", stop.value)


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def loud(n):
    for i in range(n):
        yield Loud(i)


for item in loud(3):
    print("item", item.name)
del item


def nested(depth):
    if depth:
        yield from nested(depth - 1)
        yield depth
        yield from nested(depth - 1)


print(list(nested(4)))
print(sum(nested(6)))


def deep(n):
    if n == 0:
        yield "bottom"
    else:
        yield from deep(n - 1)


print(next(deep(200)))


def handling():
    try:
        raise KeyError("k")
    except KeyError:
        yield sys.exception()
        for i in plain(2):
            yield i, sys.exception()
    yield sys.exception()


def watching():
    while True:
        yield sys.exception()


w = watching()
for x in handling():
    print(repr(x), next(w))
try:
    raise ValueError("v")
except ValueError:
    for x, y in zip(handling(), w):
        print(repr(x), repr(y))
print(next(w))


def pairs():
    for i in range(3):
        yield i, Loud(f"pair {i}")


for i, item in pairs():
    print(i)
del item


def me():
    try:
        next(gen)
    except ValueError as error:
        yield error
    try:
        yield from gen
    except ValueError as error:
        yield error


gen = me()
for error in gen:
    print(error)


def held():
    thing = Loud("held")
    other = [thing] * 3
    x = yield len(other)
    while True:
        x = yield x, thing.name


h = held()
next(h)
print(h.send(1), h.send([2]), h.send(None))
h.close()
print("closed")
try:
    held().send(1)
except TypeError as error:
    print(error)
