# Conversions, specs, nesting, =, quotes, braces, lines, bytes of text around.
name, value, width, precision = "world", 3.14159, 12, 3
d = {"key": "v", 'q"': 1}
print(f"hello {name}", f"{name!r} {name!s} {name!a}", f"{'é'!a} {'é'!r}")
print(f"{value:.2f}|{value:{width}.{precision}f}|{value:>{width}}|{value:<{width}}|{value:^{width}}|{value!r:>10}")
print(f"{1}{2}{{}}{{{3}}}{{{{{4}}}}}", f"{{", f"}}", f"{{{{", f"a{{b}}c")
print(f"{name=}", f"{name = }", f"{ name=}", f"{name=!s}", f"{name=:>10}", f"{1 + 1 = }", f"{value=:.1f}", f"{name!r:^11}", f"{d['key']=}")
print(f"{d["key"]} {d['q"']}", f"{'nested ' f"{'deeper ' f"{1 + 1}"}"}", f'{"a" "b"}')
print(f"{[1, 2, 3][1:]} {(lambda x: x * 2)(4)} {({'a': 1})['a']} { {'b': 2} } {[x for x in 'ab']}")
print(f"{1 if name else 2} {not name} {name and value} {(y := 5)} {y} {(1, 2)} {1,} {*'ab',}")
print(f"""triple {name}
second {
    value
    :.1f} {
    # a comment
    width
} end""")
print(f"{name:{'>'}{10}}", f"{value:{'.2'}f}", f"{10:{'#' + 'x'}}", f"{10:#{'x'}}", f"{5:{width}{'d'}}", f"{'x':{'*'}^{width - 5}}")
print(rf"\n{name}\d", fr"{name}\x", f"\n\t{name}\x41\u00e9\N{BULLET}\\", rf"{'\n'!r}", f"{'\n'!r}")
print("a" f"b{1}" "c{1}" rf"\{2}" f"{3}" "d", f"" f"{''}" "", "{" f"{1}" "}")
print(f"{1:>5}{2:<5}{3:^5}|{-4:+}{5:+}{6: }{7:05}{-8:05}|{1234567:,}{1234567:_}{255:x}{255:#X}{255:b}{255:o}{65:c}{0.5:%}{1e10:g}{1e-10:e}")
print(f"{True} {True:d} {True:5} {None} {None!s:>6} {...} {b'x'}")


class F:
    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


f = F()
print(f"{f}", f"{f:spec}", f"{f!s}", f"{f!r}", f"{f!s:>6}", f"{f:{f!r}}", f"{f:a{f:b}c}", f"{f:%H:%M}", f"{f: }", f"{f:}}}" if False else "", f"{f=}", f"{f=:x}", f"{f=!s}")
print(f"{f:{'{'}>{5}}", f"{f:\n}", f"{f:!r}", f"{f::}", f"{f:=}")
print(f"{lambda_ if (lambda_ := 1) else 0}", f"{(lambda: 1)()}", f"{ {1: 2}[1] }", f"{'a' if 1 != 2 else 'b'}", f"{1 != 2}", f"{1 == 1}", f"{1 <= 2}", f"{d['key'] != 'x'!r}")
order = []


def note(x):
    order.append(x)
    return x


print(f"{note(1)}{note(2):{note(3)}}{note(4)!r}", order)
print(f"{'%s'}" % 1, f"{'{}'}".format(2), f"%s {name}" % "pct", (f"{name}" "%d") % 3)
print(f'{f'{f'{1}'}'}', f"{f"{f"{f"{2}"}"}"}", f'{d['key']:>{len(d['key']) + 2}}', f"{'"'}", f'{"'"}')
print(f"{1}" == "1", f"{name}" is not None, type(f"").__name__, len(f"{'é'}"), f"{name}"[0], f"{name}".upper(), [f"{i}" for i in range(3)], {f"{k}": k for k in "a"})
for source in ("f'{}'", "f'{ }'", "f'{!r}'", "f'{a!}'", "f'{a!x}'", "f'{a!r'", "f'{a'", "f'a}'", "f'{a:{b:{c:{d}}}}'", "f'{a b}'", "f'{a!r b}'", "f'{*a}'", "f'{lambda x: 1}'", "f'{a = b}'", "f'{a := 1}'", "f'{'", "f'{a[}'", "f'{(}'", "f'{)}'", "f'''{\n}'''", "f'{a!r:{b!}}'", "f'{yield}'", "f'{a;b}'", "f'{#}'", "f'{a:\n}'", "f'{\n1}'", "f'{a\\n}'", "f'\\N{NOPE}'", "f'\\x4'", "f'{=}'", "f'{a=!}'", "f'{:x}'", "f'{,}'", "f'{a,!}'", "f'{1.}'", "f'{.}'", "f'{a..b}'", "bf'a'", "fu'a'", "f'{a' 'b}'", "f'{print 1}'", "f'{import x}'", "f'{a $ b}'", "f\"{a['b\"", "f'{a}'b'c'"):
    try:
        compile(source, "s", "eval")
        print(source, "fine")
    except SyntaxError as e:
        print(repr(source), "->", e.msg, e.lineno, e.offset)
for bad in ("f'{1:zz}'", "f'{name:d}'", "f'{value:d}'", "f'{[]:>5}'", "f'{None:5}'", "f'{1:.3}'", "f'{1!r:d}'", "f'{undefined}'", "f'{1/0}'", "f'{1:{-5}}'", "f'{1:{[]}}'", "f'{\"a\":=5}'", "f'{1:99999999999999999999}'"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
