class Failing(Exception):
    @property
    def __notes__(self):
        raise ValueError("no notes")


try:
    raise Failing("a")
except Failing:
    try:
        error = KeyError("b")
        error.__notes__ = "text"
        raise error
    except KeyError:
        error = KeyError("c")
        error.__notes__ = {"a": 1}
        raise error
