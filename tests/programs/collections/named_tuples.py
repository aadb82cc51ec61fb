from collections import namedtuple


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p.y, p[0], p == (1, 2), hash(p) == hash((1, 2)), tuple(p), len(p))
print(p._asdict(), p._replace(x=9), P._fields, P._make([3, 4]), P._field_defaults, P.__match_args__)
x, y = p
print(x + y, p + (3,), p * 2, sorted([P(2, 1), P(1, 5)]))
Q = namedtuple("Q", ["a", "b", "c"], defaults=[10, 20])
print(Q(1), Q(1, 2), Q(1, c=3), Q._field_defaults)
print(namedtuple("R", "class def x x", rename=True)._fields)
for call in [
    lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: setattr(p, "x", 1), lambda: delattr(p, "x"), lambda: p.nope,
    lambda: P._make([1]), lambda: p._replace(z=1), lambda: namedtuple("1", "a"), lambda: namedtuple("T", "a a"),
    lambda: namedtuple("T", "_a"), lambda: namedtuple("T", "class"), lambda: namedtuple("T", "a", defaults=[1, 2]),
    lambda: P.x.__get__([], list),
]:
    show(call)
print(P.__doc__, P.x.__doc__, P.__name__, P.__module__, P.__bases__, P.__slots__)


class Point(namedtuple("Base", "x y")):
    __slots__ = ()

    @property
    def length(self):
        return (self.x**2 + self.y**2) ** 0.5


print(Point(3, 4), Point(3, 4).length, Point(3, 4)._replace(x=0))
match p:
    case P(x=1, y=b):
        print("matched", b)
match p:
    case P(a, 2):
        print("by position", a)
Empty = namedtuple("Empty", "")
print(Empty(), Empty._fields)
print(P(p, [p]), repr(P("a", None)), P(*"ab"), P(**{"x": 1, "y": 2}))
import copy

print(copy.copy(p) == p, copy.deepcopy(P([1], 2)))
