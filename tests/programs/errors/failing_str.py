class Bad(Exception):
    def __str__(self):
        raise TypeError("never shown")


class Number(Exception):
    def __str__(self):
        return 5


class Empty(Exception):
    pass


try:
    raise Bad
except Bad:
    try:
        raise Number
    except Number:
        raise Empty
