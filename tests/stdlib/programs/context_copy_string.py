import contextlib, copy, io, reprlib, string, sys, textwrap
from contextlib import *


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__, error, "| context:", repr(error.__context__), "| cause:", repr(error.__cause__))


@contextmanager
def manager(name, swallow=False):
    "A manager."
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("caught", error)
        if not swallow:
            raise
    finally:
        print("exit", name)


with manager("a") as x:
    print(x)
def body(error, **kw):
    with manager("b", **kw):
        raise error
for error in [ValueError("v"), KeyError("k"), StopIteration("s"), RuntimeError("r")]:
    attempt(body, error)
attempt(body, ValueError("quiet"), swallow=True)
print(manager.__doc__, manager.__name__, manager("z").__doc__)
@manager("deco")
def decorated():
    print("inside")
decorated(); decorated()
@contextmanager
def none():
    if 0: yield
@contextmanager
def two():
    yield 1
    yield 2
@contextmanager
def stubborn():
    try: yield
    except Exception: yield
attempt(none().__enter__)
def use(m):
    with m: pass
def use_raise(m):
    with m: raise ValueError("x")
attempt(use, two())
attempt(use_raise, stubborn())
with suppress(KeyError, ValueError):
    {}["x"]
attempt(use_raise, suppress(KeyError))
with suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1)])
def group():
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
attempt(group)
buffer = io.StringIO()
with redirect_stdout(buffer) as target:
    print("hidden")
print(repr(buffer.getvalue()), target is buffer)
class Thing:
    def close(self): print("closed")
with closing(Thing()) as thing:
    print(type(thing).__name__)
with nullcontext(5) as five:
    print(five)


def stacked():
    with ExitStack() as stack:
        print(stack.enter_context(manager("one")))
        stack.callback(print, "callback", end="!\n")
        @stack.push
        def pushed(*details):
            print("pushed", details[0])
            return True
        stack.push(manager("pushed").__exit__ if 0 else closing(Thing()))
        raise ValueError("in stack")
    print("after")
stacked()
def failing():
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.callback(lambda: {}["k"])
        raise ValueError("first")
attempt(failing)
attempt(ExitStack().enter_context, 5)
stack = ExitStack()
stack.callback(print, "kept")
other = stack.pop_all()
stack.close(); other.close()
print(isinstance(stack, AbstractContextManager), isinstance(5, AbstractContextManager))
class Own(AbstractContextManager):
    def __exit__(self, *a): print("own exit")
with Own() as own:
    print(type(own).__name__)
attempt(AbstractContextManager)
@asynccontextmanager
async def later():
    print("a-enter"); yield 7; print("a-exit")
async def go():
    async with later() as v: print(v)
    async with AsyncExitStack() as s:
        print(await s.enter_async_context(later()))
        s.push_async_callback(go2)
    async with nullcontext(3) as n: print(n)
async def go2(): print("go2")
try: go().send(None)
except StopIteration: pass

# copy
class Point:
    def __init__(self, x): self.x = x
    def __repr__(self): return f"Point({self.x!r})"
class Slotted:
    __slots__ = ("a", "b")
a = [1, [2, 3], {"k": (4, [5])}, {6}, Point([7])]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9); a[4].x.append(8); a[2]["k"][1].append(1)
print(a, b, c)
loop = []; loop.append(loop); d = copy.deepcopy(loop)
print(d[0] is d, d is not loop)
t = ([],); t[0].append(t); u = copy.deepcopy(t)
print(u[0][0] is u, u is not t)
same = (1, 2, "x"); print(copy.deepcopy(same) is same, copy.copy(same) is same, copy.deepcopy(print) is print, copy.deepcopy(Point) is Point)
s = Slotted(); s.a = [1]; e = copy.deepcopy(s); print(e.a, e.a is not s.a, hasattr(e, "b"), copy.copy(s).a is s.a)
class Hooks:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"
print(copy.copy(Hooks()), copy.deepcopy([Hooks()]))
class Sub(dict): pass
sub = Sub(a=[1]); sub.extra = [2]; f = copy.deepcopy(sub); print(f, f.extra, type(f).__name__, f["a"] is not sub["a"])
class SubList(list): pass
print(copy.deepcopy(SubList([1, [2]])), copy.copy(SubList([1])), type(copy.copy(SubList())).__name__)
class State:
    def __getstate__(self): return {"n": 1}
    def __setstate__(self, state): self.got = state
print(copy.copy(State()).got)
shared = [1]; g = copy.deepcopy([shared, shared]); print(g[0] is g[1])
attempt(copy.replace, 5)
attempt(copy.deepcopy, sys._getframe())
print(copy.deepcopy(Point(1).__repr__)(), copy.deepcopy(range(3)), copy.deepcopy(frozenset([1])), copy.deepcopy(bytearray(b"x")), copy.deepcopy(ValueError("x", [1])).args)

# string
T = string.Template
print(T("$a ${b} $$ $a").substitute(a=1, b=2), T("$x $y").safe_substitute({"x": 3}), T("$x").substitute({"x": 1}, x=2))
attempt(T("$x").substitute); attempt(T("a\n $ b").substitute); attempt(T("a$").substitute); attempt(T("$1").safe_substitute)
print(T("$a $b ${a} $$ $").get_identifiers() if 0 else T("$a $b ${a} $$").get_identifiers(), T("$ x").is_valid(), T("$x").is_valid(), T("ünï $é").safe_substitute(é=1))
class P(T):
    delimiter = "%"
    idpattern = "[a-z]+[0-9]"
print(P("%a1 %b %%").safe_substitute(a1="ok"), P.pattern.pattern.count("%"), T.pattern.flags, T("$A").substitute(A=1))
print(string.capwords("hello  big WORLD "), string.capwords("a-b-c", "-"), string.printable.isprintable(), len(string.printable), string.punctuation, string.hexdigits)
F = string.Formatter()
print(F.format("{} {1!r:>5} {x.real} {y[0]:{w}}", 1, "a", x=3, y=["q"], w=4) if 0 else F.format("{0} {1!r:>5} {x.real} {y[0]:{w}}", 1, "a", x=3, y=["q"], w=4), F.format("{}{}", 1, 2), F.vformat("{a}", (), {"a": 5}))
attempt(F.format, "{} {0}", 1); attempt(F.format, "{0} {}", 1); attempt(F.format, "{x}"); attempt(F.format, "{0}"); attempt(F.format, "{!z}", 1); attempt(F.format, "{:{:{:{}}}}", 1, 2, 3, 4)
class Mine(string.Formatter):
    def get_value(self, key, args, kwargs): return f"<{key}>"
    def check_unused_args(self, used, args, kwargs): print(sorted(map(str, used)))
print(Mine().format("{a} {0} {b}"))

# textwrap
text = "Hello there -- you goof-ball, use the -b option! A very-long-hyphenated-word and supercalifragilisticexpialidocious; it's 3--4 'quoted'. Next sentence.  End"
for width in (10, 15, 20, 40):
    print(textwrap.wrap(text, width))
    print(textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False))
    print(textwrap.wrap(text, width, initial_indent="* ", subsequent_indent="  ", fix_sentence_endings=True, max_lines=3, placeholder="~"))
    print(textwrap.wrap(text, width, drop_whitespace=False, replace_whitespace=False, tabsize=4))
print(textwrap.fill("a\tb\nc  d", 5), textwrap.shorten("Hello  world!", 12), textwrap.shorten("Hello world", 11), textwrap.shorten("Hello world", 10), textwrap.shorten("Hello", 5, placeholder="..."))
attempt(textwrap.wrap, "x", 0); attempt(textwrap.shorten, "hello world and", 3); attempt(textwrap.wrap, "", 5); attempt(textwrap.wrap, "   ", 5)
for t in ["", "  a\n  b", "  a\n b\n\n   c\n", "\ta\n  b", "\t\n  x\n \t\n  y", "a\n  b", "  a\n\tb", "   \n", "  a\r\n  b\r\n", "\n\n"]:
    print(repr(textwrap.dedent(t)))
print(repr(textwrap.indent("a\n\n b\n", "> ")), repr(textwrap.indent("a\n\nb", "+", lambda l: True)))

# reprlib
R = reprlib.Repr(maxlevel=2)
print(reprlib.repr(list(range(20))), reprlib.repr("x" * 50), reprlib.repr(10 ** 60), reprlib.repr({i: i for i in range(9)}), reprlib.repr((1,)), reprlib.repr(set("a")), reprlib.repr([[[[[[[[1]]]]]]]]), R.repr({"a": {"b": {"c": 1}}}), reprlib.repr(frozenset([1, 2])), reprlib.repr(object)[:8])
print(reprlib.Repr(indent=2).repr([1, [2, {"a": (3,)}]]), reprlib.Repr(indent="->", maxlist=1).repr([1, 2]), reprlib.repr(b"x" * 60))
class Rec:
    @reprlib.recursive_repr("<loop>")
    def __repr__(self): return f"Rec({self!r})"
print(Rec(), Rec.__repr__.__name__)
