def f():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("hidden") from None


try:
    f()
except ValueError as error:
    second = TypeError("shown")
    second.__cause__ = OSError(2, "gone", "file.txt")
    raise second
