# Which exception is being handled where: sys.exc_info, bare raise, __context__.
import sys


def now():
    return type(sys.exc_info()[1]).__name__


def nested():
    print(now())
    try:
        raise KeyError
    except KeyError:
        print(now())
        try:
            raise ValueError
        except ValueError as e:
            print(now(), type(e.__context__).__name__)
        print(now())
        for x in 1, 2:
            try:
                raise TypeError
            except TypeError:
                if x == 1:
                    continue
                break
        print(now())
        helper()
        print(now())
    print(now())


def helper():
    print("in helper", now())
    try:
        raise
    except KeyError:
        print("reraised", now())


def returns():
    try:
        raise KeyError
    except KeyError:
        return now()


def generator():
    try:
        raise IndexError
    except IndexError:
        yield now()
        yield now()
    yield now()


def finally_state():
    try:
        try:
            raise KeyError
        finally:
            print("finally", now())
    except KeyError:
        pass
    print(now())


def with_state():
    class M:
        def __enter__(self):
            return self

        def __exit__(self, kind, value, traceback):
            print("exit", kind and kind.__name__, now())
            return True

    with M():
        raise KeyError
    print(now())
    with M():
        pass
    try:
        raise ValueError
    except ValueError:
        with M():
            raise KeyError
        print(now())


def replaced():
    try:
        try:
            raise KeyError("first")
        except KeyError:
            raise ValueError("second")
        finally:
            raise TypeError("third")
    except TypeError as e:
        while e:
            print(repr(e), end=" <- ")
            e = e.__context__
        print()


nested()
print(returns(), now())
g = generator()
print(next(g), now(), next(g), next(g), now())
finally_state()
with_state()
replaced()
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise KeyError("a") from ValueError("b")
except KeyError as e:
    print(repr(e.__cause__), e.__suppress_context__)
try:
    raise KeyError("a") from None
except KeyError as e:
    print(e.__cause__, e.__suppress_context__)
for bad in 1, int, "x":
    try:
        raise bad
    except TypeError as e:
        print(e)
try:
    raise KeyError from 1
except TypeError as e:
    print(e)
try:
    try:
        raise KeyError
    except 1:
        pass
except TypeError as e:
    print(e)
