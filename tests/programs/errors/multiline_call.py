def make(*values, **names):
    return values[0] + names["a"]


def outer():
    return make(
        1,
        # a comment
        2,
        3,
        4,
        a=[
            5,
        ],
    )


print(
    outer(),
    1,
)
