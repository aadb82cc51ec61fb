"""`yield from` over many levels: values, sent values, exceptions, handlers, ends, and generators that are left."""


def level(n, log):
    try:
        if n == 0:
            got = yield "bottom"
            log.append(got)
            got = yield "again"
            log.append(got)
            return "value"
        result = yield from level(n - 1, log)
        return result + str(n)
    except ValueError as error:
        log.append((n, str(error)))
        if n < 3:
            raise
        yield "caught"
        return "after"
    finally:
        log.append(n)


log = []
g = level(5, log)
print(next(g), g.send("hello"))
try:
    g.send("world")
except StopIteration as stop:
    print(stop.value)
print(log)

log = []
g = level(4, log)
next(g)
print(g.throw(ValueError("boom")), log)
print(list(g), log)

log = []
g = level(6, log)
next(g)
g.close()
print(log)
log = []
g = level(3, log)
next(g)
del g
print(log)


def count(n):
    for i in range(n):
        try:
            yield i
        except KeyError:
            yield "key"
        finally:
            pass


print(list(count(3)), [x for x in count(2)], sum(count(4)))
g = count(3)
print(next(g), g.throw(KeyError), next(g))


def in_handler():
    try:
        raise LookupError("outer")
    except LookupError:
        yield from count(2)
        for i in count(2):
            yield i * 10
        try:
            raise
        except LookupError as error:
            yield repr(error)


print(list(in_handler()))
try:
    raise OSError("x")
except OSError:
    print(list(level(2, [])), [repr(x) for x in in_handler()])


def walk(tree):
    if tree:
        left, value, right = tree
        yield from walk(left)
        yield value
        yield from walk(right)


def build(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return build(low, middle), middle, build(middle + 1, high)


print(list(walk(build(0, 20))), sum(x for x in walk(build(0, 500))))


def mixed():
    yield from "ab"
    yield from [1, 2]
    yield from (x for x in range(2))
    got = yield from iter([])
    yield got


print(list(mixed()))


def pairs(n):
    for i in range(n):
        try:
            yield i, i * i
        finally:
            pass


print([a + b for a, b in pairs(4)])
print({a: b for a, b in pairs(3)})


def endless(n):
    yield from endless(n + 1)


try:
    next(endless(0))
except RecursionError as error:
    print(type(error).__name__)


def reentrant():
    try:
        next(me)
    except ValueError as error:
        yield str(error)
    yield from me2


me = reentrant()
me2 = iter([1])
print(list(me))


def fails(n):
    if n:
        yield n
        yield from fails(n - 1)
    else:
        raise RuntimeError("at the bottom")


seen = []
try:
    for x in fails(3):
        seen.append(x)
except RuntimeError as error:
    tb, depth = error.__traceback__, 0
    while tb:
        depth += 1
        tb = tb.tb_next
    print(seen, error, depth)
