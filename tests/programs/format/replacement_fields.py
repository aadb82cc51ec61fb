# str.format and format_map: fields, nesting, conversions, attributes, and what is refused.
class Shape:
    size = 3
    parts = ["x", {"k": "v"}]

    def __format__(self, spec):
        return f"<{spec}>"

    def __repr__(self):
        return "Shape!"

    def __str__(self):
        return "shape"


class Missing(dict):
    def __missing__(self, key):
        return f"no {key}"


class Bad:
    def __format__(self, spec):
        return 5


shape = Shape()
CASES = [
    ("{}", (1,), {}), ("{} {}", (1,), {}), ("{0} {}", (1, 2), {}), ("{} {0}", (1, 2), {}), ("{a}", (), {}), ("{a}", (), {"a": 5}),
    ("{0.size}", (shape,), {}), ("{0.parts[0]}", (shape,), {}), ("{0.parts[1][k]}", (shape,), {}), ("{0.parts[9]}", (shape,), {}),
    ("{0.none}", (shape,), {}), ("{0[a]}", ({"a": 1},), {}), ("{0[-1]}", ([1, 2],), {}), ("{0[0]}", ({"0": 1},), {}), ("{0[0]}", ({0: 1},), {}),
    ("{!r} {!s} {!a}", (shape, shape, "é"), {}), ("{!x}", (1,), {}), ("{!}", (1,), {}), ("{!r:>8}", ("a",), {}), ("{:{}}", (1, 5), {}),
    ("{:{w}.{p}}", (1.23456,), {"w": 9, "p": 3}), ("{:{:{}}}", (1, 2, 3), {}), ("{{}}", (), {}), ("{{{}}}", (1,), {}), ("{", (), {}),
    ("}", (), {}), ("{0", (1,), {}), ("a}b", (), {}), ("{0.}", (shape,), {}), ("{0[}", (shape,), {}), ("{0[]}", (shape,), {}),
    ("{0]}", (shape,), {}), ("{0[a]b}", ({"a": 1},), {}), ("{.size}", (shape,), {}), ("{[0]}", ([7],), {}), ("{a.size}", (), {"a": shape}),
    ("{:abc}", (shape,), {}), ("{}", (Bad(),), {}), ("{1000000000000000000000}", (1,), {}), ("{-1}", (1,), {}), ("{ 0}", (1,), {}),
    ("{0 }", (1,), {}), ("{0!r }", (1,), {}), ("{0!r}x", (1,), {}), ("{:d}", ("a",), {}), ("{:>{w}}", ("a",), {}), ("{é}", (), {"é": 1}),
    ("{a b}", (), {"a b": 1}), ("{}{}{}", ([], {}, ()), {}), ("{:}", (1,), {}), ("{:{{}}}", (1,), {}), ("{0:{0}}", (5,), {}),
    ("\ud800{}", ("\udc00",), {}), ("{:%Y}", (1,), {}), ("{0[a.b]}", ({"a.b": 2},), {}), ("{0.size.real}", (shape,), {}),
]
for template, args, kwargs in CASES:
    try:
        result = template.format(*args, **kwargs)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(ascii(template), ascii(result))
print("{a} {b}".format_map(Missing(a=1)))
for mapping in [{"a": 1}, 5, "text"]:
    try:
        print("{a}".format_map(mapping))
    except Exception as error:
        print(type(error).__name__, error)
