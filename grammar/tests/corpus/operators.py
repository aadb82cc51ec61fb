x = a or b or c and d and not e
x = not a == b, not not a, not a in b
x = a < b <= c > d >= e == f != g is h is not i in j not in k
x = a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
x = -a ** -b ** c, +-~a, -a * b, 2 ** -1 + 3, -1 ** 2, a ** b ** c, (-1) ** 2, 2 ** -3 ** 2
x = a - b - c, a - (b - c), (a + b) * c, a + b * c, a * b + c, (a)
x = (a < b) < c, a < (b < c), (a and b) and c, a and (b and c), (a or b) and c, a or b and c
x = a if b else c if d else e, (a if b else c) if d else e, lambda: a if b else c
x = a . b . c, a [0] [1], a () (), a . b () [0] . c
x = ~a.b[c](d) ** e, -a.b, not a.b(c)
async def f():
    return await a, - await b, await c ** 2, 2 ** await d, (await e).f, await g.h[0](i), not await j
