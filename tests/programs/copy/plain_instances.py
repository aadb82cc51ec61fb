"""Deep and shallow copies of instances: ordinary ones, and those that have something to say about it."""
import copy
import copyreg


class Plain:
    def __init__(self, **attributes):
        self.__dict__.update(attributes)


class Ordinary:
    def __init__(self, a, b):
        self.a = a
        self.b = b


x = Ordinary([1], {"k": (1, [2])})
x.me = x
y = copy.deepcopy(x)
print(y.a, y.b, y.me is y, y.a is x.a, y.b["k"] is x.b["k"], vars(y).keys())
y = copy.copy(x)
print(y.a is x.a, y.me is x, type(y) is Ordinary)
shared = [0]
y = copy.deepcopy(Ordinary(shared, [shared, (shared,)]))
print(y.a is y.b[0], y.b[1][0] is y.a)
y = copy.deepcopy(Plain(p=[1], q="s"))
print(vars(y))
del x.a
print(sorted(vars(copy.deepcopy(x))), sorted(vars(copy.copy(x))))


class Hooked(Ordinary):
    def __deepcopy__(self, memo):
        return "deep"

    def __copy__(self):
        return "shallow"


print(copy.deepcopy([Hooked(1, 2)]), copy.copy(Hooked(1, 2)))


class State(Ordinary):
    def __getstate__(self):
        return {"a": [self.a], "b": 0}

    def __setstate__(self, state):
        self.state = state


print(vars(copy.deepcopy(State([1], 2))), vars(copy.copy(State(1, 2))))


class Arguments:
    def __new__(cls, n):
        made = super().__new__(cls)
        made.n = n
        return made

    def __getnewargs__(self):
        return (self.n + 1,)


print(copy.deepcopy(Arguments(1)).n, copy.copy(Arguments(1)).n)


class Reduced(Ordinary):
    def __reduce__(self):
        return Ordinary, (self.b, self.a)


print(vars(copy.deepcopy(Reduced([1], 2))), type(copy.copy(Reduced(1, 2))).__name__)


class Slots:
    __slots__ = ("a", "b")


s = Slots()
s.a = [1]
t = copy.deepcopy(s)
print(t.a, t.a is s.a, hasattr(t, "b"))


class Set(Ordinary):
    def __setattr__(self, name, value):
        object.__setattr__(self, name, ("set", value))


print(vars(copy.deepcopy(Set(1, [2]))))


class Prop(Ordinary):
    @property
    def c(self):
        return self._c


p = Prop(1, 2)
p.__dict__["c"] = 3
print(vars(copy.deepcopy(p)), vars(copy.copy(p)))


class Registered(Ordinary):
    pass


copyreg.pickle(Registered, lambda r: (str, ("registered",)))
print(copy.deepcopy([Registered(1, 2)]), copy.copy(Registered(1, 2)))


class Own(Ordinary):
    pass


own = Own(1, 2)
own.__deepcopy__ = lambda memo: "own"
print(copy.deepcopy(own), type(copy.copy(own)).__name__)


class Items(list):
    pass


items = Items([1, [2]])
items.note = [3]
again = copy.deepcopy(items)
print(again, again.note, again[1] is items[1], type(again).__name__, again.note is items.note)

memo = {}
value = [1, [2]]
made = copy.deepcopy(value, memo)
print(memo[id(value)] is made, memo[id(value[1])] is made[1], any(kept is value for kept in memo[id(memo)]))
print(copy.deepcopy(value, {id(value): "known"}))


class Memo(dict):
    def get(self, key, default=None):
        return default


print(copy.deepcopy([1, [2], (3, [4])], Memo()))
loop = []
loop.append((loop, {"l": loop}))
again = copy.deepcopy(loop)
print(again[0][0] is again, again[0][1]["l"] is again)


class Changes:
    def __init__(self, target):
        self.target = target

    def __deepcopy__(self, memo):
        self.target["new"] = 1
        return self


d = {}
d["c"] = Changes(d)
d["z"] = 0
try:
    copy.deepcopy(d)
except RuntimeError as error:
    print(error)


class Bad:
    def __reduce_ex__(self, protocol):
        raise TypeError("not this one")


try:
    copy.deepcopy({"a": [Bad()]})
except TypeError as error:
    print(error)
print(copy.deepcopy((1, "a", None, 2.5, b"x", len, int, range(3), slice(1), frozenset([1]), ...)))
t = (1, (2, "x"))
print(copy.deepcopy(t) is t)
