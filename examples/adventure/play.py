"""A small text adventure: a package of rooms, things and commands, played from a list of lines or from the keyboard.

    anthill examples/adventure/play.py            shows a whole game
    anthill examples/adventure/play.py --keyboard
"""

import sys

from world import Game, build

STORY = """
look
take lamp
north
take key
inventory
open door
north
light lamp
look
take gold
drop key
fly
south
south
quit
"""


def play(lines):
    game = Game(build())
    print(game.describe())
    for line in lines:
        line = line.strip()
        if not line:
            continue
        print(f"\n> {line}")
        print(game.run(line))
        if game.over:
            break
    print(f"\nYou have made {game.moves} moves and hold things worth {game.score()} coins.")


def keyboard():
    while True:
        try:
            yield input()
        except EOFError:
            return


if __name__ == "__main__":
    play(keyboard() if "--keyboard" in sys.argv else STORY.splitlines())
