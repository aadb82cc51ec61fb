# all and any stop early and take the truth of what they meet.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Loud:
    def __init__(self, truth):
        self.truth = truth

    def __bool__(self):
        print("asked", self.truth)
        if self.truth is None:
            raise ValueError("no truth")
        return self.truth


print(all([]), any([]), all([1, 0]), any([0, ""]), all("ab"), any({}))
print(all([Loud(True), Loud(False), Loud(True)]))
print(any([Loud(False), Loud(True), Loud(False)]))
print(attempt(all, [Loud(True), Loud(None), Loud(False)]), attempt(any, 5), attempt(all), attempt(any, [], []))
items = iter([0, 1, 2])
print(any(items), list(items))
