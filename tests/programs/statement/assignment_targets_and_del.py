class O: pass
o = O(); o.a = [1, 2, 3]
o.a[0] += 5; o.a[1:] = [9]; print(o.a)
del o.a[0], o.a[:]; print(o.a)
x = 1
def f():
    global x, new
    x += 1; new = "n"
f(); print(x, new)
del x
try: x
except NameError as e: print(e)
try: del x
except NameError as e: print(e)
try: del o.zzz
except AttributeError as e: print(e)
d = {"k": 1}
try: del d["z"]
except KeyError as e: print(repr(e))
a = [1]; b = a; b += [2]; print(a); b = b + [3]; print(a)
t = ([1],)
try: t[0] += [2]
except TypeError as e: print(e, t)
s = "ab"; s *= 2; s += "!"; print(s)
n = 7; n //= 2; n **= 3; n %= 10; n <<= 2; n |= 1; n ^= 3; n &= 0xff; n >>= 1; n -= 1; print(n)
f = 3.0; f /= 2; print(f)
class M:
    def __init__(self): self.log = []
    def __getitem__(self, k): self.log.append(("get", k)); return 10
    def __setitem__(self, k, v): self.log.append(("set", k, v))
    def __delitem__(self, k): self.log.append(("del", k))
m = M(); m[1, 2] = 3; m[1:2, ::3] += 1; del m[...]; print(m.log)
ann: int = 5
other: "str"
print(ann, __annotations__)
class A:
    v: int
    w: str = "w"
print(A.__annotations__, hasattr(A, "v"))
assert True
try: assert 1 > 2, "message"
except AssertionError as e: print(e.args)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 is not None, not 1 in [1], 3 if [] else 4, [] or {} or "x", 1 and 0 and 2)
