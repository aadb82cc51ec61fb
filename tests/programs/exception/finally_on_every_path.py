log = []
def f(kind):
    for i in range(3):
        try:
            if kind == "return": return i
            if kind == "break": break
            if kind == "continue": continue
            if kind == "raise": raise ValueError(i)
            log.append("body")
        except ValueError as e:
            log.append(f"except {e}")
            if i == 1: return "from except"
        else:
            log.append("else")
        finally:
            log.append(f"finally {i}")
    return "end"
for kind in ("none", "return", "break", "continue", "raise"):
    log.clear(); print(kind, f(kind), log)
def override():
    try: return 1
    finally: return 2
print(override())
def swallow():
    while True:
        try: raise KeyError
        finally: break
    return "swallowed"
print(swallow())
def nested():
    try:
        try: 1 / 0
        finally: print("inner")
    except ZeroDivisionError as e:
        print("outer", e)
        try: raise TypeError("again")
        except TypeError as t: print(t.__context__ is e)
nested()
def loop():
    n = 0
    while n < 5:
        n += 1
        try:
            if n == 2: continue
            if n == 4: break
        finally: print("f", n, end=" ")
    else: print("no")
    print()
loop()
try:
    e = "before"
    try: raise ValueError
    except ValueError as e: pass
    e
except NameError as x: print(x)
def gen():
    try: yield 1
    finally: print("gen finally")
g = gen(); next(g); del g
print("done")
