import cProfile


def name(code):
    return code if isinstance(code, str) else code.co_name


def show(profile):
    for entry in sorted(profile.getstats(), key=lambda entry: (name(entry.code), getattr(entry.code, "co_firstlineno", 0))):
        if "disable" in name(entry.code):
            continue
        calls = sorted((name(c.code), c.callcount, c.reccallcount) for c in entry.calls or ())
        print(name(entry.code), entry.callcount, entry.reccallcount, calls)
        assert entry.totaltime >= entry.inlinetime >= 0 or entry.reccallcount


class Point:
    count = 0

    def __init__(self, x, y=0):
        self.x = x
        self.y = y
        Point.count += 1

    @property
    def norm(self):
        return abs(self.x) + abs(self.y)

    @classmethod
    def origin(cls):
        return cls(0)

    @staticmethod
    def helper(a):
        return a

    def __add__(self, other):
        return Point(self.x + other.x)

    def __eq__(self, other):
        return self.x == other.x

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __call__(self, *args, **kw):
        return args

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass


class Sub(Point):
    def __init__(self, *args):
        super().__init__(*args)


def decorate(f):
    def wrapper(*args, **kw):
        return f(*args, **kw)

    return wrapper


@decorate
def decorated(a, b=2):
    return a + b


def work():
    p = Point(1, 2)
    q = Point.origin() + p
    p.norm, q.norm, p == q, len(p), p[0], p(1, a=2), Point.helper(1)
    with p:
        pass
    Sub(1, 2)
    decorated(1)
    decorated(1, b=3)
    return [f(1) for f in (lambda a: a, str, decorated)]


profile = cProfile.Profile()
print(profile.runcall(work))
show(profile)
