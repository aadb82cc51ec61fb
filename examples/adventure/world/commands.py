"""What the player may say, matched by patterns."""

from .places import Direction, Room

WORDS = {direction.value for direction in Direction}


class Refused(Exception):
    """What the player wanted does not work; the text says why."""


class Game:
    def __init__(self, room: Room):
        self.room = room
        self.bag = {}
        self.moves = 0
        self.over = False

    def score(self):
        return sum(thing.worth for thing in self.bag.values())

    @property
    def sees(self):
        return not self.room.dark or any(thing.lit for thing in self.bag.values())

    def describe(self):
        if not self.sees:
            return "It is dark here."
        lines = [f"{self.room.name}. {self.room.text}"]
        if self.room.things:
            lines.append("There is " + " and ".join(f"a {name}" if name != "gold" else name for name in self.room.things) + ".")
        ways = ", ".join(direction.value for direction in self.room.exits)
        return "\n".join([*lines, f"Ways: {ways}."])

    def run(self, line):
        try:
            return self.obey(line.lower().split())
        except Refused as refusal:
            return str(refusal)

    def obey(self, words):
        match words:
            case ["look" | "l"]:
                return self.describe()
            case [word] | ["go", word] if word in WORDS:
                return self.go(Direction(word))
            case ["take", name]:
                return self.take(name)
            case ["drop", name] if name in self.bag:
                self.room.put(self.bag.pop(name))
                return "Dropped."
            case ["open", "door"]:
                return self.unlock()
            case ["light", "lamp"] if "lamp" in self.bag:
                self.bag["lamp"].lit = True
                return "The lamp burns.\n" + self.describe()
            case ["inventory" | "i"]:
                return "You carry " + (", ".join(sorted(self.bag)) or "nothing") + "."
            case ["quit"]:
                self.over = True
                return "Farewell."
            case [verb, *_]:
                raise Refused(f"You cannot {verb} now.")

    def go(self, direction):
        if direction not in self.room.exits:
            raise Refused("There is no way.")
        if direction in self.room.locked:
            raise Refused("The door is locked.")
        self.moves += 1
        self.room = self.room.exits[direction]
        return self.describe()

    def take(self, name):
        if not self.sees:
            raise Refused("You find nothing in the dark.")
        try:
            self.bag[name] = self.room.things.pop(name)
        except KeyError:
            raise Refused(f"There is no {name}.") from None
        return "Taken."

    def unlock(self):
        if not self.room.locked:
            raise Refused("There is no locked door.")
        if "key" not in self.bag:
            raise Refused("You need a key.")
        self.room.locked.clear()
        return "The door swings open."
