# Sets that change while they are iterated, looked up, compared, combined.


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


def iterate(view, action):
    for i, k in enumerate(view):
        action(k)
        if i > 20:
            return "endless"
    return "ended"


s = set(range(5))
attempt("set grow", lambda: iterate(s, lambda k: s.add(k + 100)))
s = set(range(5))
attempt("set shrink", lambda: iterate(s, lambda k: s.discard(k)))
s = set(range(5))
attempt("set clear", lambda: iterate(s, lambda k: s.clear()))
s = {Act(lambda: s.clear())}
attempt("set in clear", lambda: 1 in s)
s = {Act(lambda: s.clear())}
attempt("set add clear", lambda: s.add(1))
s = {Act(lambda: s.clear())}
attempt("set remove clear", lambda: s.remove(1))
s = {Act(lambda: s.clear())}
attempt("set eq clear", lambda: s == {1})
s = {Act(lambda: s.clear())}
attempt("set and clear", lambda: s & {1})
s = {Act(lambda: s.clear())}
attempt("set or clear", lambda: len(s | {1}))
s = {Act(lambda: s.clear())}
attempt("set sub clear", lambda: len({1} - s))
s = {Act(lambda: s.clear())}
attempt("set subset clear", lambda: {1} <= s)
s = {Act(lambda: s.clear())}
attempt("set repr", lambda: repr(s))
s = {1, 2, 3}
attempt("set update self", lambda: s.update(s) or len(s))
attempt("set minus self", lambda: s.difference_update(s) or len(s))
s = {1, 2, 3}
attempt("set xor self", lambda: s.symmetric_difference_update(s) or len(s))

