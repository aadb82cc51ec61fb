"""Shortest routes through a network of tunnels: a priority queue of its own, closures, sorting with keys."""


class Heap:
    """A binary heap of (priority, item) pairs."""

    def __init__(self):
        self.items = []

    def __bool__(self):
        return bool(self.items)

    def push(self, priority, item):
        items = self.items
        items.append((priority, item))
        child = len(items) - 1
        while child and items[(parent := (child - 1) // 2)] > items[child]:
            items[parent], items[child] = items[child], items[parent]
            child = parent

    def pop(self):
        items = self.items
        top, last = items[0], items.pop()
        if items:
            items[0] = last
            parent = 0
            while (child := 2 * parent + 1) < len(items):
                if child + 1 < len(items) and items[child + 1] < items[child]:
                    child += 1
                if items[parent] <= items[child]:
                    break
                items[parent], items[child] = items[child], items[parent]
                parent = child
        return top


TUNNELS = """
nest nursery 2
nest pantry 5
nursery garden 4
pantry garden 1
garden gate 7
pantry gate 9
gate meadow 3
queen nursery 1
queen vault 8
vault gate 2
"""


def read(text):
    graph = {}
    for line in text.strip().splitlines():
        a, b, length = line.split()
        graph.setdefault(a, {})[b] = graph.setdefault(b, {})[a] = int(length)
    return graph


def routes_from(graph, start):
    distances, previous = {start: 0}, {}
    queue = Heap()
    queue.push(0, start)
    while queue:
        distance, place = queue.pop()
        if distance > distances[place]:
            continue
        for neighbour, length in graph[place].items():
            candidate = distance + length
            if candidate < distances.get(neighbour, float("inf")):
                distances[neighbour], previous[neighbour] = candidate, place
                queue.push(candidate, neighbour)

    def route(goal):
        path = [goal]
        while path[-1] != start:
            path.append(previous[path[-1]])
        return path[::-1]

    return distances, route


graph = read(TUNNELS)
distances, route = routes_from(graph, "queen")
for place, distance in sorted(distances.items(), key=lambda pair: (pair[1], pair[0])):
    print(f"{place:8} {distance:3}  {' > '.join(route(place))}")
busiest = max(graph, key=lambda place: sum(place in route(goal)[1:-1] for goal in graph))
print("most routes lead through the", busiest)
