match x:
    case 1: pass
    case -1 | 1.5 | -2j | 1 + 2j | -1 - 2j: pass
    case "a" | 'b' "c" | b'd' | r"\n": pass
    case None | True | False: pass
    case a: pass
    case _: pass
    case a.b | a.b.c: pass
    case (a): pass
    case ((1 | 2) as a): pass
    case (): pass
    case (a,): pass
    case (a, b): pass
    case (a, *b, _,): pass
    case []: pass
    case [a]: pass
    case [a, *_]: pass
    case [*a, b,]: pass
    case a, b: pass
    case a, *b,: pass
    case *a,: pass
    case a,: pass
    case {}: pass
    case {1: a}: pass
    case {-1: a, "b": c, None: d, e.f: g, 1 + 2j: h,}: pass
    case {**a}: pass
    case {"a": 1, **b}: pass
    case {"a": 1, **b,}: pass
    case A(): pass
    case A(a): pass
    case A(a, b,): pass
    case A(a=1): pass
    case A(a=1, b=c,): pass
    case A(a, 1 | 2, b=c, d=[e]): pass
    case a.b.C(d): pass
    case [A(1), {"b": [c, *d]}, (e as f)]: pass
    case 1 | 2 as a: pass
    case a if b: pass
    case a, b if c := d: pass
    case [a, [b, [c]]] if a < b: pass
match x, y:
    case a, b: pass
match *x, y:
    case _: pass
match x,:
    case _:
        match y:
            case case: case = 1
        case = 2
match (x):
    case match: match
match match:
    case case:
        pass
match -x:
    case type: type
match [x]:
    case _: pass
match {x: y}: # comment

    # comment
    case _: pass

    case _ if x: pass
match x := y:
    case _: pass
match lambda: x:
    case _: pass
match f'{x}':
    case f: pass
match yield_:
    case _: pass
