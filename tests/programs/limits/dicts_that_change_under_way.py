# Dicts that change while they are iterated, looked up, compared, printed.


def attempt(name, action):
    try:
        result = action()
    except Exception as error:
        print(name, "->", type(error).__name__, str(error).removesuffix(" in comparison"))
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


d = dict.fromkeys(range(5))


def iterate(view, action):
    for i, k in enumerate(view):
        action(k)
        if i > 20:
            return "endless"
    return "ended"


attempt("dict grow", lambda: iterate(d, lambda k: d.setdefault(k + 100)))
d = dict.fromkeys(range(5))
attempt("dict shrink", lambda: iterate(d, lambda k: d.pop(k)))
d = dict.fromkeys(range(5))
attempt("dict clear", lambda: iterate(d, lambda k: d.clear()))
d = dict.fromkeys(range(5))
attempt("dict replace", lambda: iterate(d, lambda k: d.update({k: 1})))
d = dict.fromkeys(range(5))
attempt("dict move", lambda: iterate(d, lambda k: (d.pop(k), d.setdefault(k))))
d = dict.fromkeys(range(5))
attempt("items grow", lambda: iterate(d.items(), lambda k: d.setdefault(object())))
d = dict.fromkeys(range(5))
attempt("values clear", lambda: iterate(d.values(), lambda k: d.clear()))
d = dict.fromkeys(range(5))
attempt("reversed grow", lambda: iterate(reversed(d), lambda k: d.setdefault(k + 10)))
d = {1: Act(lambda: d.clear()), 2: 3}
attempt("dict repr clear", lambda: repr(d))
d = {1: Act(lambda: d.clear()), 2: 3}
attempt("dict eq clear", lambda: d == {1: 1, 2: 3})
d = {Act(lambda: d.clear()): 1}
attempt("dict lookup clear", lambda: d.get(1))
d = {Act(lambda: d.clear()): 1}
attempt("dict getitem clear", lambda: d[1])


def store():
    d[1] = 2
    return len(d)


d = {Act(lambda: d.clear()): 1}
attempt("dict store clear", store)
d = {Act(lambda: d.update({n: n for n in range(100)})): 1}
attempt("dict store grow", lambda: d.setdefault(1, 5))
d = {Act(lambda: d.clear()): 1}
attempt("dict pop clear", lambda: d.pop(1))
d = {Act(lambda: d.clear()): 1}
attempt("dict in clear", lambda: 1 in d)
d = {Act(lambda: None): 1}
e = {Act(lambda: e.clear()): 1}
attempt("dict update clear", lambda: d.update(e))
d = {1: 2}
attempt("dict comprehension", lambda: {k: d.clear() for k in d})
d = dict.fromkeys(range(3))
attempt("dict list clear", lambda: [d.clear() for k in d])
d = dict.fromkeys(range(3))
attempt("dict items list", lambda: [(k, d.pop(k)) for k in list(d)])
attempt("kwargs", lambda: dict(**{str(k): k for k in range(3)}))

