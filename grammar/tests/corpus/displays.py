x = (), [], {}, (a,), [a], {a}, (a), ((a)), (a, b), [a, b], {a, b}, (a, b,), [a, b,], {a, b,}
x = (*a,), (*a, b), [*a], [*a, *b, c], {*a}, {*a, b}, {**a}, {**a, b: c, **d | e}, {a: b, c: d,}
x = (a := 1), [a := 1, b := 2], {a := 1}, (a := 1, b), (lambda: 1), [lambda: 1]
x = [a for b in c], {a for b in c}, (a for b in c), {a: b for c in d}
x = [a for b in c if d if e for f, *g in h if i], [a for b, in c], [a for (b) in c], [(a, b) for a, b in c]
x = [a := b for c in d], {a := b for c in d}, ((a := b) for c in d), {a: b for c in d if e}
x = [[a for b in c] for d in e], [x for x[a in b] in c if d in e], [x for x in (lambda: y)], [x for x in a or b if c and d]
x = [x for y in (a if b else c) if (d if e else f)]
x = (yield)
x = a[b], a[b, c], a[b,], a[*b], a[*b, c], a[b:c], a[b:c:d], a[:], a[::], a[b:], a[:c], a[::d], a[b::d], a[:c:d]
x = a[b:c, d], a[b, c:d, *e], a[b := c], a[b, c := d], a[...], a[None], a[(b, c)], a[()], a[lambda: x, y:z]
async def f():
    return [x async for x in y], {x async for x in y if z}, (x for a in b async for c in d), {await x: y for z in await w}
