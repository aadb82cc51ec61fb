"""Sets: a sieve, membership, union and difference, a breadth-first search."""
import sys


def sieve(n):
    composite = set()
    primes = 0
    for i in range(2, n):
        if i not in composite:
            primes += 1
            composite.update(range(i * i, n, i))
    return primes


def search(width):
    seen = {(0, 0)}
    frontier = [(0, 0)]
    steps = 0
    while frontier:
        following = []
        for x, y in frontier:
            for nx, ny in ((x + 1, y), (x, y + 1), (x - 1, y), (x, y - 1)):
                if 0 <= nx < width and 0 <= ny < width and (nx * ny) % 7 != 3 and (nx, ny) not in seen:
                    seen.add((nx, ny))
                    following.append((nx, ny))
        frontier = following
        steps += 1
    return steps, len(seen)


def main(size):
    total = 0
    for step in range(size):
        total += sieve(8000)
        steps, reached = search(30)
        total += steps * reached
        a = set(range(0, 3000, 3))
        b = set(range(0, 3000, 5))
        total += len(a | b) + len(a & b) * step + len(a - b) + len(a ^ b)
        total += sum(1 for x in range(3000) if x in a)
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 400))
