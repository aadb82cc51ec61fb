# What raises before the assignment leaves the variable as it was.
def fail():
    raise ValueError


def each():
    x = "old"
    actions = []
    try:
        x = [fail()]
    except ValueError:
        actions.append(x)
    try:
        x = 0 or fail()
    except ValueError:
        actions.append(x)
    try:
        x = 1 + fail()
    except ValueError:
        actions.append(x)
    try:
        x = x.upper().missing
    except AttributeError:
        actions.append(x)
    try:
        x = f"{x}{fail()}"
    except ValueError:
        actions.append(x)
    try:
        x = [y for y in (1, fail())]
    except ValueError:
        actions.append(x)
    try:
        x = {1: 2, **fail()}
    except ValueError:
        actions.append(x)
    try:
        x += fail()
    except ValueError:
        actions.append(x)
    try:
        x = 1 < 2 < fail()
    except ValueError:
        actions.append(x)
    try:
        x = -fail() if x else 1
    except ValueError:
        actions.append(x)
    try:
        x = -x
    except TypeError:
        actions.append(x)
    try:
        x = x[5]
    except IndexError:
        actions.append(x)
    return actions


print(each())


class Bad:
    def __bool__(self):
        raise ValueError


def truth(b):
    x = "old"
    try:
        x = b or 1
    except ValueError:
        print(x)
    try:
        x = not b
    except ValueError:
        print(x)
    try:
        x = 1 if b else 2
    except ValueError:
        print(x)
    try:
        while b:
            x = 1
    except ValueError:
        print(x)


truth(Bad())


def unpack():
    a, b = "a", "b"
    try:
        a, b = [1]
    except ValueError as e:
        print(a, b, e)
    try:
        a, b, *c = [1]
    except ValueError as e:
        print(a, b, e)
    try:
        for a, b in [(1, 2), (3, 4, 5)]:
            pass
    except ValueError as e:
        print(a, b, e)
    try:
        (a, b), c = (1, 2), fail()
    except ValueError as e:
        print(a, b)


unpack()
