"""Heaps: shortest paths, sorting with a heap, the largest items, merging."""
import heapq
import sys


def shortest(width):
    cost = [[(x * 31 + y * 17) % 9 + 1 for x in range(width)] for y in range(width)]
    best = {(0, 0): 0}
    heap = [(0, 0, 0)]
    while heap:
        distance, x, y = heapq.heappop(heap)
        if distance > best[x, y]:
            continue
        for nx, ny in ((x + 1, y), (x, y + 1), (x - 1, y), (x, y - 1)):
            if 0 <= nx < width and 0 <= ny < width:
                total = distance + cost[ny][nx]
                if total < best.get((nx, ny), 1 << 60):
                    best[nx, ny] = total
                    heapq.heappush(heap, (total, nx, ny))
    return best[width - 1, width - 1]


def sort(values):
    heap = []
    for value in values:
        heapq.heappush(heap, value)
    return [heapq.heappop(heap) for _ in range(len(heap))]


def main(n):
    values = [i * 7919 % 100003 for i in range(n)]
    ordered = sort(values)
    print(shortest(int(n**0.5) // 2), ordered == sorted(values), heapq.nlargest(5, values), heapq.nsmallest(5, values, key=lambda v: v % 1000))
    print(sum(x * i for i, x in enumerate(heapq.merge(ordered, ordered[::3], ordered[::7]))) % 1000007)
    heap = values[:1000]
    heapq.heapify(heap)
    print(sum(heapq.heapreplace(heap, value) for value in values) % 1000003)


main(1500 * (int(sys.argv[1]) if len(sys.argv) > 1 else 120))
