import sys
def down(n): return 0 if n == 0 else 1 + down(n - 1)
print(down(900))
def forever(): forever()
try: forever()
except RecursionError as e: print(type(e).__name__, e)
class R:
    def __repr__(self): return repr(self)
    def __eq__(self, other): return self == other
    def __getattr__(self, name): return getattr(self, name + "x")
    def __hash__(self): return hash(self)
    def __lt__(self, other): return self < other
    def __len__(self): return len(self)
    def __iter__(self): return iter(self)
    def __call__(self): return self()
    def __add__(self, other): return self + other
    def __bool__(self): return bool(self)
    def __getitem__(self, i): return self[i]
for test in ("repr(R())", "R() == R()", "R().a", "hash(R())", "R() < R()", "len(R())", "iter(R())", "R()()", "R() + 1", "bool(R())", "R()[0]", "sorted([R(), R()])", "sorted([1, 2], key=lambda x: forever())", "str([R()])"):
    try: eval(test); print(test, "fine")
    except RecursionError: print(test, "RecursionError")
sys.setrecursionlimit(3000)
print(down(2500))
print(sys.getrecursionlimit())
