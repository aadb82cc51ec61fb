"""The world of the adventure: rooms and things (`places`), what the player may say (`commands`)."""

from .commands import Game
from .places import Room, Thing, build

__all__ = ["Game", "Room", "Thing", "build"]
