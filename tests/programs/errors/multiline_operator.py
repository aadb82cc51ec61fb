def f(a, b):
    return (
        a
        + 1
        + 2
        # note (
        + b
        + 3
        + 4
        + 5
    )


f(1, "x")
