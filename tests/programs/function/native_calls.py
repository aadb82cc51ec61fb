"""Native functions called again and again from one place: with right and wrong arguments, as methods, functions of
modules and bound ones, replaced by others, and while they are profiled."""
print(len("abc"), len([1]), len((1,2)), len({1:2}), len(b"x"), len({1}), len(range(4)))
for x in ("abc",[1],(1,2),{1:2},b"x",{1},range(4)):
    print(len(x), isinstance(x,str), isinstance(x,(str,int)), isinstance(x,object), x in ([1],"abc",3))
class L(list):
    def __len__(self): return 7
print(len(L()))
for v in (1, 1.5, True, None, "x"):
    print(isinstance(v,int), isinstance(v,object), isinstance(v,type(None)))
for f in (len, lambda x: 9, len, ord):
    try: print(f("a"))
    except TypeError as e: print(e)
for a in ((), (1,2)):
    for i in range(3):
        try: print(len(*a))
        except TypeError as e: print(e)
for i in range(3):
    for args in ("a","ab"):
        try: print(ord(args))
        except TypeError as e: print(e)
    try: len(5)
    except TypeError as e: print(e)
    try: "x".startswith()
    except TypeError as e: print(e)
    try: "x".startswith(3)
    except TypeError as e: print(e)
    try: "a".join(3)
    except TypeError as e: print(e)
    try: [].append()
    except TypeError as e: print(e)
    try: isinstance(3)
    except TypeError as e: print(e)
    try: isinstance(3, 4)
    except TypeError as e: print(e)
import math
for i in range(3):
    print(math.sqrt(i), math.floor(i+.5))
    try: math.sqrt("x")
    except TypeError as e: print(e)
    try: math.sqrt()
    except TypeError as e: print(e)
app=[].append
for i in range(4): app(i)
print(app.__self__)
class S(str): pass
for s in ("ab", S("ab"), "cd", S("xy")):
    print(s.upper(), s.startswith("a"), s.find("b"), s == "ab", s < "b", s in ("ab","zz"), "a" in s)
for a in ("", "a", "b", "ab", "ac", "abcdefghi", "abcdefghj", "é", "éa", "\u1234", "\u1234b", "𝒳"):
    print([a == b for b in ("", "a", "b", "ab", "ac", "abcdefghi","abcdefghj", "é", "éa", "\u1234", "\u1234b", "𝒳")],
      [a < b for b in ("", "a", "b", "ab", "ac", "abcdefghi","abcdefghj", "é", "éa", "\u1234", "\u1234b", "𝒳")])
for v in ("1", 1, 1.5, True):
    print(int(v), str(v), float(v), bool(v), type(v), list(str(v)), tuple([v]), set([v]))
    try: int("x")
    except ValueError as e: print(e)
    try: int(1,2,3)
    except TypeError as e: print(e)
s = ""
for i in range(50):
    s += "ab"; t = s + "q"; s2 = s; s2 += "z"
print(s, t, s2)
class D:
    def __del__(self): print("del")
d = D()
for i in range(2):
    d = "a" + str(i)
    d = D() if i == 0 else d
print(d)
import sys
ev=[]
def prof(frame, event, arg):
    if event.startswith("c_"): ev.append((event, arg.__name__))
def work():
    for i in range(3):
        len("abc"); "a".upper(); math.sqrt(3); isinstance(i, int); int("3")
work()
sys.setprofile(prof); work(); sys.setprofile(None)
work()
print(ev)
x = [1,2,3]
print([len(x) for _ in range(3)], x.index(2), x.pop(), x.pop(0), x)
def kw(**k): return k
print(kw(a=1), dict(a=1), sorted([3,1], reverse=True), max(1,2), min([3]), print("a","b",sep="-"))
print(dict.fromkeys("ab", 1), str.join(",", ["a"]), list.append.__name__)
for i in range(3):
    print((5).bit_length(), (1.5).is_integer(), b"ab".find(b"b"), (5).__add__(3))
# getting rid of len
def g(x): return len(x)
print(g("abc")); len = lambda x: -1; print(g("abc")); del len; print(g("abc"))
