# except*: splitting, reraising, nesting, naked exceptions, what leaves the statement.
def show(e, indent=0):
    pad = "  " * indent
    print(f"{pad}{type(e).__name__}: {e}" + (f" cause={e.__cause__!r}" if e.__cause__ else "") + (f" notes={e.__notes__}" if hasattr(e, "__notes__") else ""))
    if isinstance(e, BaseExceptionGroup):
        for child in e.exceptions:
            show(child, indent + 1)


def run(label, f):
    print("==", label)
    try:
        print("returned", f())
    except BaseException as e:
        show(e)
        print("context", type(e.__context__).__name__)


def group(*es, msg="g"):
    return ExceptionGroup(msg, list(es))


def all_handled():
    try:
        raise group(ValueError(1), TypeError(2), group(ValueError(3), KeyError(4), msg="inner"))
    except* ValueError as e:
        show(e)
    except* (TypeError, KeyError) as e:
        show(e)
    else:
        print("else")
    finally:
        print("finally")
    try:
        e
    except NameError as n:
        return str(n)


run("all handled", all_handled)


def some_left():
    try:
        raise group(ValueError(1), OSError(2))
    except* ValueError:
        print("handled")


run("some left", some_left)


def raised_inside():
    try:
        raise group(ValueError(1), TypeError(2), KeyError(3))
    except* ValueError:
        raise RuntimeError("new")
    except* TypeError as e:
        raise
    except* IndexError:
        print("never")


run("raised inside", raised_inside)


def raise_from():
    try:
        raise group(ValueError(1))
    except* ValueError as e:
        raise KeyError("k") from e


run("raise from", raise_from)


def naked():
    try:
        raise ValueError("naked")
    except* ValueError as e:
        print(type(e).__name__, e.exceptions, repr(e.message))


run("naked", naked)


def naked_unmatched():
    try:
        raise ValueError("naked")
    except* TypeError:
        print("never")


run("naked unmatched", naked_unmatched)


def naked_reraised():
    try:
        raise ValueError("naked")
    except* ValueError:
        raise


run("naked reraised", naked_reraised)


def in_loop():
    out = []
    for i in range(3):
        try:
            raise group(ValueError(i))
        except* ValueError as e:
            out.append(e.exceptions[0].args[0])
    return out


run("in loop", in_loop)


def nested():
    try:
        try:
            raise group(ValueError(1), TypeError(2))
        except* ValueError:
            print("inner")
    except* TypeError as e:
        print("outer")
        show(e)


run("nested", nested)


def bad_type():
    try:
        raise group(ValueError(1))
    except* ExceptionGroup:
        pass


run("group type", bad_type)


def not_a_type():
    try:
        raise group(ValueError(1))
    except* 5:
        pass


run("not a type", not_a_type)


def base():
    try:
        raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)])
    except* ValueError:
        print("value")


run("base", base)


def same_exception_twice():
    v = ValueError("same")
    try:
        raise group(v, group(v))
    except* ValueError as e:
        show(e)
        raise


run("same twice", same_exception_twice)


class MyGroup(ExceptionGroup):
    def derive(self, excs):
        return MyGroup(self.message + "!", excs)


def derived():
    try:
        g = MyGroup("mine", [ValueError(1), TypeError(2)])
        g.add_note("a note")
        raise g from KeyError("cause")
    except* ValueError as e:
        show(e)


run("derived", derived)


def generator():
    try:
        yield 1
    except* ValueError as e:
        yield len(e.exceptions)


g = generator()
next(g)
print(g.throw(group(ValueError(1), ValueError(2))))


def control():
    for i in range(2):
        try:
            raise group(ValueError(i))
        except* ValueError:
            pass
        finally:
            if i:
                return "from finally"


run("control", control)
for source in ("try: pass\nexcept* ValueError: return", "for x in y:\n  try: pass\n  except* ValueError: break", "try: pass\nexcept* : pass", "try: pass\nexcept* A: pass\nexcept B: pass", "for x in y:\n  try: pass\n  except* A: continue"):
    try:
        compile("def f():\n " + source.replace("\n", "\n "), "s", "exec")
    except SyntaxError as e:
        print(e.msg)
e = group(ValueError(1), group(TypeError(2), ValueError(3), msg="i"))
print(e.split(ValueError), e.subgroup(lambda x: isinstance(x, TypeError)), e.split(KeyError), e.subgroup((ValueError, TypeError)) is e)
print(repr(e), str(e), e.message, e.args[0], ExceptionGroup[int])
for arguments in (("m", []), ("m", [1]), (1, [ValueError()]), ("m",), ("m", (ValueError(),)), ("m", 5), ("m", [KeyboardInterrupt()])):
    try:
        print(repr(ExceptionGroup(*arguments)))
    except (TypeError, ValueError) as x:
        print(type(x).__name__, x)
print(type(BaseExceptionGroup("m", [ValueError()])).__name__, type(BaseExceptionGroup("m", [SystemExit()])).__name__)
try:
    e.exceptions = ()
except AttributeError as x:
    print(x)
