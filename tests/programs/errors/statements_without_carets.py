def f():
    raise ValueError


def g():
    import nothing_of_that_name


try:
    f()
except ValueError:
    try:
        assert f is None, "message"
    except AssertionError:
        try:
            del f.x
        except AttributeError:
            g()
