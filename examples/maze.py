"""Mazes: made from a seed, solved by three searches that are compared.

    anthill examples/maze.py [width height seed]
"""

import heapq
import random
import sys
from collections import deque

STEPS = ((0, -1), (1, 0), (0, 1), (-1, 0))


class Maze:
    """Cells with the set of the neighbours that they are open to."""

    def __init__(self, width, height, seed):
        self.width, self.height = width, height
        self.open = {(x, y): set() for y in range(height) for x in range(width)}
        generator = random.Random(seed)
        stack, seen = [(0, 0)], {(0, 0)}
        while stack:
            cell = stack[-1]
            fresh = [other for other in self.around(cell) if other not in seen]
            if not fresh:
                stack.pop()
                continue
            other = generator.choice(fresh)
            self.join(cell, other)
            seen.add(other)
            stack.append(other)
        for _ in range(width * height // 8):
            cell = generator.randrange(width), generator.randrange(height)
            self.join(cell, generator.choice(list(self.around(cell))))

    def around(self, cell):
        for dx, dy in STEPS:
            x, y = cell[0] + dx, cell[1] + dy
            if 0 <= x < self.width and 0 <= y < self.height:
                yield x, y

    def join(self, a, b):
        self.open[a].add(b)
        self.open[b].add(a)

    def draw(self, path=()):
        path = set(path)
        lines = ["+" + "--+" * self.width]
        for y in range(self.height):
            row, below = "|", "+"
            for x in range(self.width):
                cell = x, y
                row += "* " if cell in path else "  "
                row += " " if (x + 1, y) in self.open[cell] else "|"
                below += "  +" if (x, y + 1) in self.open[cell] else "--+"
            lines += [row, below]
        return "\n".join(lines)


def back(parents, cell):
    path = []
    while cell is not None:
        path.append(cell)
        cell = parents[cell]
    return path[::-1]


def breadth_first(maze, start, goal):
    parents, queue = {start: None}, deque([start])
    while queue:
        cell = queue.popleft()
        if cell == goal:
            return back(parents, cell), len(parents)
        for other in sorted(maze.open[cell]):
            if other not in parents:
                parents[other] = cell
                queue.append(other)


def depth_first(maze, start, goal):
    parents, stack = {start: None}, [start]
    while stack:
        cell = stack.pop()
        if cell == goal:
            return back(parents, cell), len(parents)
        for other in sorted(maze.open[cell]):
            if other not in parents:
                parents[other] = cell
                stack.append(other)


def a_star(maze, start, goal):
    def far(cell):
        return abs(cell[0] - goal[0]) + abs(cell[1] - goal[1])

    parents, costs, heap = {start: None}, {start: 0}, [(far(start), start)]
    while heap:
        _, cell = heapq.heappop(heap)
        if cell == goal:
            return back(parents, cell), len(parents)
        for other in sorted(maze.open[cell]):
            cost = costs[cell] + 1
            if cost < costs.get(other, cost + 1):
                parents[other], costs[other] = cell, cost
                heapq.heappush(heap, (cost + far(other), other))


def main(width=12, height=6, seed=7):
    maze = Maze(width, height, seed)
    start, goal = (0, 0), (width - 1, height - 1)
    for search in (breadth_first, depth_first, a_star):
        path, seen = search(maze, start, goal)
        print(f"{search.__name__:>14}: {len(path)} cells, {seen} looked at")
    print(maze.draw(path))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
