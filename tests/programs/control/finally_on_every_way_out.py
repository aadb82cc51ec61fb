# finally runs on every way out of a try, and may override it.
def ways(kind, log):
    for i in range(3):
        try:
            try:
                log.append(f"try{i}")
                if kind == "return":
                    return "returned"
                if kind == "break":
                    break
                if kind == "continue":
                    continue
                if kind == "raise":
                    raise ValueError("raised")
                if kind == "value":
                    return log.append("evaluated")
            finally:
                log.append("inner")
            log.append("after")
        except ValueError as e:
            log.append(str(e))
            if i == 1:
                return "from handler"
        else:
            log.append("else")
        finally:
            log.append("outer")
    else:
        log.append("loop else")
    return "end"


for kind in "return", "break", "continue", "raise", "value", "none":
    log = []
    print(kind, ways(kind, log), log)


def override(kind):
    while True:
        try:
            if kind.startswith("r"):
                return "try"
            raise KeyError("lost")
        finally:
            if kind.endswith("b"):
                break
            if kind.endswith("f"):
                return "finally"
            if kind.endswith("c"):
                kind = kind[0] + "b"
                continue
    return "after loop"


for kind in "rb", "rf", "rc", "xb", "xf", "xc":
    print(kind, override(kind))
try:
    override("x")
except KeyError as e:
    print("escaped", e)


def value_is_kept():
    x = [1]
    try:
        return x
    finally:
        x = [2]


def value_is_evaluated_first():
    x = 1
    try:
        return x + 1
    finally:
        x = 100


def nested():
    try:
        try:
            try:
                return print("value")
            finally:
                print("one")
        finally:
            print("two")
            try:
                raise ValueError
            except ValueError:
                print("inside")
    finally:
        print("three")


def in_handlers():
    out = []
    for x in range(4):
        try:
            raise KeyError(x)
        except KeyError as e:
            try:
                if x == 0:
                    continue
                if x == 1:
                    raise ValueError from e
                if x == 2:
                    break
            except ValueError as f:
                out.append(type(f.__cause__).__name__)
                try:
                    f
                finally:
                    del f
            finally:
                out.append(x)
    try:
        e
    except NameError as error:
        out.append(str(error))
    return out


def generator():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


print(value_is_kept(), value_is_evaluated_first())
nested()
print(in_handlers())
for value in generator():
    print(value)
    break
g = generator()
next(g)
g.close()
del g
