if a: b
if a: b; c
if a:
    b
elif c:
    d
elif e: f;
else:
    g
if a := b: c
if a: b
else: c
while a: b
while a := b:
    break
else:
    continue
for a in b: c
for a, *b in c, *d: e
for (a) in b: c
for a, in b:
    c
else:
    d
for a[b in c], d.e in f: g
for [a, (b, c)] in d: e
for x in *a, b: pass
for x in lambda: y, z: pass
try: a
except: b
try: a
finally: b
try:
    a
except b:
    c
except d as e:
    f
except (g, h):
    i
else:
    j
finally:
    k
try: a
except* b: c
except * d as e: f
except *(g, h): i
else: j
finally: k
with a: b
with a as b, c as d.e, f: g
with a as (b, c), d as [*e], f as g[h]: pass
with (a): pass
with (a) as b: pass
with (a as b): pass
with (a as b,): pass
with (a, b): pass
with (a, b as c, d,): pass
with (a, b) as c: pass
with (a, b), c: pass
with (a), (b): pass
with (a).b: pass
with (yield): pass
with (a for b in c): pass
with (*a, b): pass
with (a := b): pass
with (a := b, c): pass
with ((a := b), c): pass
with (): pass
with (lambda: x): pass
with (a[b:c], d): pass
with (a), b as c: pass
with (a)(b) as c: pass
with a(b, c) as d: pass
with (a, (b, *c), {d: e for e in f}): pass
with a if b else c as d: pass
async def f():
    async for a, b in c: d
    else: e
    async with a as b, c: d
    async with (a, b as c,): d
