# Lists that change while they are iterated, sorted, compared, printed, assigned to.


def attempt(name, action):
    try:
        result = action()
    except Exception as error:
        print(name, "->", type(error).__name__, error)
    else:
        print(name, "->", result)


class Act:
    """Does something whenever it is looked at."""

    def __init__(self, action, name="act"):
        self.action = action
        self.name = name

    def __eq__(self, other):
        self.action()
        return False

    def __lt__(self, other):
        self.action()
        return True

    def __gt__(self, other):
        self.action()
        return True

    def __hash__(self):
        return 1

    def __repr__(self):
        self.action()
        return self.name

    def __str__(self):
        self.action()
        return self.name

    def __format__(self, spec):
        self.action()
        return self.name

    def __index__(self):
        self.action()
        return 1

    def __bool__(self):
        self.action()
        return True

    def __call__(self, *args):
        self.action()
        return args[0] if args else None

    def __del__(self):
        pass


l = [1, 2, 3]
out = []
for x in l:
    out.append(x)
    if len(l) < 8:
        l.append(x * 10)
print(out)
l = list(range(10))
for x in l:
    l.remove(x)
print(l)
l = list(range(10))
for x in l:
    l.clear()
print(l)
l = list(range(5))
for x in reversed(l):
    l.clear()
print(l)
l = [3, 2, 1]
attempt("sort clear", lambda: l.sort(key=lambda x: l.clear() or x))
print(l)
l = [3, 2, 1]
attempt("sort append", lambda: l.sort(key=lambda x: l.append(x) or x))
print(l)
l = [3, 2, 1]
attempt("sort raise", lambda: l.sort(key=lambda x: 1 // 0))
print(l)
l = [Act(lambda: l.append(1)) for _ in range(3)]
attempt("sort lt append", lambda: l.sort())
l = [Act(lambda: l.clear()) for _ in range(3)]
attempt("sort lt clear", lambda: l.sort())
print(len(l))
a = [Act(lambda: a.clear()), 1, 2]
attempt("eq clear left", lambda: a == [1, 1, 2])
b = [0, 1, 2]
a = [Act(lambda: b.clear()), 1, 2]
attempt("eq clear right", lambda: a == b)
a = [1, Act(lambda: a.clear()), 2]
attempt("lt clear", lambda: a < [1, 5, 2])
a = [Act(lambda: a.clear()), 1, 2]
attempt("in clear", lambda: 5 in a)
a = [Act(lambda: a.clear()), 1, 2]
attempt("index clear", lambda: a.index(5))
a = [Act(lambda: a.clear()), 1, 2]
attempt("count clear", lambda: a.count(5))
a = [Act(lambda: a.clear()), 1, 2]
attempt("remove clear", lambda: a.remove(5))
a = [1, Act(lambda: a.clear()), 2]
attempt("repr clear", lambda: repr(a))
a = [1, Act(lambda: a.append(4) if len(a) < 6 else None), 2]
attempt("repr append", lambda: repr(a))
a = ["x", Act(lambda: None), "y"]
attempt("join", lambda: ",".join(a))
a = [1, 2, 3, 4, 5]
attempt("slice index clear", lambda: a[: Act(lambda: a.clear())])
a = [1, 2, 3, 4, 5]
attempt("item index clear", lambda: a[Act(lambda: a.clear())])
a = [1, 2, 3, 4, 5]


def assign():
    a[Act(lambda: a.clear())] = 3


attempt("assign index clear", assign)
a = [1, 2, 3, 4, 5]


def delete():
    del a[Act(lambda: a.clear())]


attempt("delete index clear", delete)
a = [1, 2, 3, 4, 5]


def slice_assign():
    a[Act(lambda: a.clear()) : 4] = [9, 9, 9]


attempt("slice assign clear", slice_assign)
print(a)
a = [1, 2, 3, 4, 5]


def ext_slice_assign():
    a[::2] = (a.clear() or x for x in (7, 8, 9))


attempt("extended slice assign clear", ext_slice_assign)
print(a)
a = [1, 2]
attempt("extend self", lambda: a.extend(a))
print(a)
attempt("extend map", lambda: a.extend(map(lambda x: a.pop() and x, a)))
print(a)
a[:] = a
print(a)
a[1:1] = a
print(a)
a = [1, 2, 3]
a[::-1] = a
print(a)
a = [1, 2]
a *= 2
a += a
print(a)
a = [1, 2, 3]
attempt("insert clear", lambda: a.insert(Act(lambda: a.clear()), 5))
print(a)
a = [1, 2, 3]
attempt("pop clear", lambda: a.pop(Act(lambda: a.clear())))
a = [Act(lambda: a.clear()) for _ in range(3)]
attempt("any", lambda: any(a))
a = [Act(lambda: a.clear()) for _ in range(3)]
attempt("max", lambda: max(a, key=lambda x: a.clear() or 1) and 1)
a = [Act(lambda: a.clear(), "m") for _ in range(3)]
attempt("max gt", lambda: type(max(a)).__name__)
a = [Act(lambda: a.clear()) for _ in range(3)]
attempt("map", lambda: list(map(lambda f: f(3), a)))
a = [1, 2, 3]
attempt("call star", lambda: print(*[a.clear(), *a]))

