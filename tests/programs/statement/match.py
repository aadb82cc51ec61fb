class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def kind(v):
    match v:
        case 0 | 1: return "bit"
        case None | True | False: return "singleton"
        case int(n) if n > 100: return f"big {n}"
        case int() | float(): return "number"
        case "a" | b"a": return "letter"
        case str(s): return f"str {s}"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, *rest] | (1, *rest): return f"one then {rest}"
        case [x, [y, z]]: return f"nested {x}{y}{z}"
        case [first, *_, last]: return f"{first}..{last}"
        case {"k": v, **rest}: return f"k {v} {rest}"
        case {1: _}: return "has 1"
        case {}: return "mapping"
        case Point(0, y=y): return f"on y at {y}"
        case Point(x=x, y=yy) as p: return f"{x},{yy} {p.x}"
        case set() | frozenset(): return "set"
        case _: return "other"
for v in (0, 1, 2, 500, None, True, 2.5, "a", b"a", "zz", [], (7,), [1, 2, 3], (1,), [4, (5, 6)], [7, 8, 9, 10], {"k": 1, "z": 2}, {1: 2}, {}, {"q": 0}, Point(0, 3), Point(4, 5), {1, 2}, object, range(3), b"xy"):
    print(repr(v)[:20] if not isinstance(v, (Point, type)) else type(v).__name__, "->", kind(v))
class Color: RED = 1; GREEN = 2
def c(v):
    match v:
        case Color.RED: return "red"
        case Color.GREEN: return "green"
    return "?"
print(c(1), c(2), c(3))
def wild(x):
    match x:
        case (a, b) | [a, b, _]: return a, b
        case a: return a
print(wild((1, 2)), wild([1, 2, 3]), wild("no"))
class P2: pass
for src in ("Point(1, 2, 3)", "P2(1)", "int(1, 2)"):
    try: exec(f"match Point(1, 2) if {src!r}[0] == 'P' and {src!r}[1] != '2' else (P2() if {src!r}[1] == '2' else 1):\n  case {src}: pass")
    except TypeError as e: print(e)
match {"a": 1, "b": {"c": [1, 2, {"d": "deep"}]}}:
    case {"b": {"c": [*_, {"d": d}]}}: print(d)
match 1, 2:
    case x, y: print(x, y)
