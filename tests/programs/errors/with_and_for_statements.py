class Context:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        raise ValueError(args[0].__name__)


def f(items):
    for item in items:
        with Context() as context:
            a, b = item


f([(1, 2, 3)])
