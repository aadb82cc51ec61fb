data = {}
value = (
    data
    .setdefault("a", {})
    [
        "b"
        "c"
        "d"
        "e"
    ]
)
