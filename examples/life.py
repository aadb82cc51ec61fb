"""Conway's game of life on an endless board: a set of living cells and a comprehension."""


def parse(picture):
    return {(x, y) for y, row in enumerate(picture.split()) for x, cell in enumerate(row) if cell == "#"}


def neighbours(cell):
    x, y = cell
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            if dx or dy:
                yield x + dx, y + dy


def step(alive):
    counts = {}
    for cell in alive:
        for other in neighbours(cell):
            counts[other] = counts.get(other, 0) + 1
    return {cell for cell, count in counts.items() if count == 3 or (count == 2 and cell in alive)}


def show(alive, width, height):
    for y in range(height):
        print("".join("#" if (x, y) in alive else "." for x in range(width)))


glider = parse(".#... ..#.. ###..")
for generation in range(0, 13, 4):
    print(f"generation {generation}")
    show(glider, 8, 7)
    for _ in range(4):
        glider = step(glider)

pulse = parse("..###...###..")
seen = []
while pulse not in seen:
    seen.append(pulse)
    pulse = step(pulse)
print(f"the row dies or repeats after {len(seen)} generations with {len(pulse)} cells")
