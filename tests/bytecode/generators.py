def values(a):
    x = yield
    y = yield a
    yield x + y
    z = 1 + (yield)
    return z


def delegates(a):
    yield from a
    x = yield from a.b()
    return x


def cleanup(a):
    with a as b:
        for c in b:
            try:
                yield c
            finally:
                b.close()


async def coroutine(a):
    x = await a
    async with a as b, x:
        await b
    async for c in x:
        if c:
            break
    else:
        return 1
    return [y async for y in a if await y]


async def generator(a):
    yield a
    yield (await a)
    x = (y async for y in a)
