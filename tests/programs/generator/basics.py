def gen():
    print("start")
    x = yield 1
    print("got", x)
    try:
        y = yield 2
    except ValueError as e:
        print("caught", e)
        y = yield "handled"
    print("y", y)
    return "end"
g = gen()
print(next(g)); print(g.send("hi")); print(g.throw(ValueError("bad")))
try: g.send("last")
except StopIteration as e: print("stop", e.value)
print(list(g), next(g, "default"))
try: next(g)
except StopIteration as e: print("again", e.value)
g = gen()
try: g.send(1)
except TypeError as e: print(e)
print(g, ) if False else print(type(g), g.__name__, g.gi_running, g.gi_suspended)
next(g)
print(g.gi_suspended)
g.close()
print(g.gi_suspended, list(g))
def squares(n):
    for i in range(n): yield i * i
print(sum(squares(10)), max(squares(5)), [*squares(4)], dict(enumerate(squares(3))), 9 in squares(10))
a, b, *c = squares(6)
print(a, b, c)
print(list(x for x in squares(9) if x % 2))
print(sum(i * j for i in range(4) for j in range(4) if i != j))
