"""Shallow copies of instances, and methods of files that print finds in many places."""
import copy, io


class P:
    def __init__(self, **names):
        self.__dict__.update(names)


class Q:
    def __init__(self, n):
        for i in range(n):
            setattr(self, "a%d" % i, [i])


class Fin:
    gone = 0

    def __init__(self):
        self.x = 1

    def __del__(self):
        Fin.gone += 1


class Shadow:
    y = 5

    def __init__(self):
        self.y = 6


for n in (0, 1, 3, 8, 20, 60):
    q = Q(n)
    c = copy.copy(q)
    print(n, c is not q, c.__dict__ == q.__dict__, all(c.__dict__[k] is v for k, v in q.__dict__.items()), list(vars(c)) == list(vars(q)))
    c.new = 1
    c.a0 = 2
    print(hasattr(q, "new"), getattr(q, "a0", None), sorted(vars(c))[:2])
q = Q(3)
c = copy.copy(q)
del c.a1
print(vars(c), vars(q), vars(copy.copy(c)))
for i in range(30):
    setattr(c, "b%d" % i, i)
print(len(vars(c)), len(vars(copy.copy(c))), len(vars(q)))
f = Fin()
copies = [copy.copy(f) for _ in range(5)]
print(copies[2].x, Fin.gone)
del copies, f
print(Fin.gone)
s = copy.copy(Shadow())
print(s.y, vars(s), type(s) is Shadow)
Shadow.z = property(lambda self: 1)
print(copy.copy(s).z, copy.copy(s).y)
p = P(__x=1, y=2)
print(vars(copy.copy(p)))
loop = P()
loop.me = loop
print(copy.copy(loop).me is loop)


class Written:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


class Own:
    def __init__(self):
        self.parts = []
        self.write = self.parts.append

    def write(self, text):
        print("never")


class Static:
    parts = []

    @staticmethod
    def write(text):
        Static.parts.append(text)


class Class:
    parts = []

    @classmethod
    def write(cls, text):
        cls.parts.append(text)

    def flush(self):
        self.parts.append("flushed")


class Sub(io.StringIO):
    pass


class Getting:
    def __init__(self):
        self.parts = []

    def __getattr__(self, name):
        self.parts.append(name)
        return self.parts.append


class Always(Written):
    def __getattribute__(self, name):
        if name == "write":
            return object.__getattribute__(self, "parts").append
        return object.__getattribute__(self, name)


class Meta(type):
    def write(cls, text):
        print("meta got", repr(text))


class Made(metaclass=Meta):
    pass


class MadeToo(metaclass=Meta):
    def write(text):
        Written.kept = text


for file in Written(), Own(), Static(), Class(), Getting(), Always():
    for _ in range(2):
        print(1, "b", file=file, sep="-", end="!", flush=isinstance(file, Class))
    print(type(file).__name__, object.__getattribute__(file, "parts"))
for file in io.StringIO(), Sub():
    print("text", 2, end="", file=file)
    print(end="", file=file)
    print(file.getvalue())
print("one", end="", file=Made)
print("one", end="", file=MadeToo)
print(Written.kept)
for bad in 5, None, P(), P(write=3), io.BytesIO():
    try:
        print("to stdout", file=bad)
    except Exception as error:
        print(type(error).__name__, error)


class Refuses:
    def write(self, a, b):
        pass


try:
    print(1, file=Refuses())
except TypeError as error:
    print(error)

# Keywords of builtin functions, of every length.
for call in (
    lambda: print("a", sep="", ned="x"), lambda: print("a", flush=True, end="?\n"), lambda: sorted([2, 1], revers=True),
    lambda: "a b".split(maxsplit=1, sep=" "), lambda: "a b".split(se=" "), lambda: int("7", base=8), lambda: int("7", bas=8),
    lambda: sum([1], start=2), lambda: sum([1], start=2, **{"é": 3}), lambda: sum([1], **{"été": 3, "star": 1}),
    lambda: open(file="/", flags=3), lambda: "x".encode(errors="strict", encoding="ascii"), lambda: "x".encode(errorz="strict"),
    lambda: io.StringIO(initial_value="x", newline="").getvalue(), lambda: io.StringIO("x", "y", "z"), lambda: io.BytesIO(),
    lambda: type(1), lambda: type(1, 2), lambda: type("T", (), {}), lambda: type("T", (), {}, x=1), lambda: type(1, x=2), lambda: type(),
):
    try:
        result = call()
        print(result if "object at" not in str(result) else type(result))
    except TypeError as error:
        print(error)
