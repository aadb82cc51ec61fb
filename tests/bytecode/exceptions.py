def handlers(f):
    try:
        f()
    except ValueError:
        return 1
    except (TypeError, KeyError) as e:
        print(e)
    except:
        raise
    else:
        f(1)
    return 2


def finally_(f):
    try:
        return f()
    finally:
        f(1)


def nested(f):
    for x in f:
        try:
            try:
                if x:
                    continue
                f(x)
            except E as e:
                break
        finally:
            if x > 1:
                return x


def raises(a, b):
    if a:
        raise a
    if b:
        raise a from b
    raise


def groups(f):
    try:
        f()
    except* ValueError as e:
        f(e)
    except* TypeError:
        pass


def with_(a, b):
    with a:
        pass
    with a.b() as x, b as y.z:
        return x


try:
    x = 1
except E as e:
    print(e)
