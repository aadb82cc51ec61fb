def fail(kind, *args):
    try:
        raise kind(*args)
    except kind as error:
        return error


def main():
    raise ExceptionGroup(
        "many",
        [
            fail(ValueError, 1),
            ExceptionGroup("inner", [fail(KeyError, "a\nb"), TypeError("no traceback")]),
            fail(OSError, 2, "gone"),
        ],
    )


main()
