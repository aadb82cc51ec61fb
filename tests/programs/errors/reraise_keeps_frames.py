def f():
    try:
        g()
    except ValueError as error:
        print("caught", error)
        raise


def g():
    raise ValueError("x")


try:
    f()
except ValueError as error:
    raise error
