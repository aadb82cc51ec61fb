"""Rooms and things."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Direction(Enum):
    NORTH = "north"
    SOUTH = "south"
    EAST = "east"
    WEST = "west"

    @property
    def back(self) -> Direction:
        pairs = {"north": "south", "east": "west"}
        pairs.update({value: key for key, value in pairs.items()})
        return Direction(pairs[self.value])


@dataclass
class Thing:
    name: str
    worth: int = 0
    lit: bool = False


@dataclass
class Room:
    name: str
    text: str
    dark: bool = False
    things: dict[str, Thing] = field(default_factory=dict)
    exits: dict[Direction, Room] = field(default_factory=dict, repr=False)
    locked: set[Direction] = field(default_factory=set)

    def put(self, *things: Thing) -> Room:
        self.things.update((thing.name, thing) for thing in things)
        return self

    def connect(self, direction: Direction, other: Room, locked: bool = False) -> None:
        self.exits[direction] = other
        other.exits[direction.back] = self
        if locked:
            self.locked.add(direction)


def build() -> Room:
    """The first room, with all others behind its exits."""
    garden = Room("Garden", "Ants carry leaves along a path to the north.").put(Thing("lamp", 2))
    gate = Room("Gate", "A heavy door bars the way into the hill.").put(Thing("key", 1))
    hall = Room("Hall", "The queen's hall. Something glitters.", dark=True).put(Thing("gold", 50), Thing("crumb"))
    garden.connect(Direction.NORTH, gate)
    gate.connect(Direction.NORTH, hall, locked=True)
    return garden
