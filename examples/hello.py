"""The smallest tour: values, a function, a class, a generator."""


def greet(name, *, punctuation="!"):
    return f"Hello, {name}{punctuation}"


class Ant:
    """An ant that knows where it has been."""

    def __init__(self, name):
        self.name = name
        self.path = [(0, 0)]

    def walk(self, steps):
        x, y = self.path[-1]
        for direction in steps:
            dx, dy = {"n": (0, 1), "s": (0, -1), "e": (1, 0), "w": (-1, 0)}[direction]
            x, y = x + dx, y + dy
            self.path.append((x, y))
            yield x, y

    def __repr__(self):
        return f"<Ant {self.name} at {self.path[-1]}>"


print(greet("anthill"))
ant = Ant("Adele")
print([place for place in ant.walk("nneesw")])
print(ant)
print(f"{len(set(ant.path))} places, {sum(abs(x) + abs(y) for x, y in ant.path)} steps from home in all")
