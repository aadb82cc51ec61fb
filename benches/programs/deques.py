"""Deques: a queue of jobs, a ring, moving averages, breadth-first search."""
import sys
from collections import deque


def josephus(n, step):
    ring = deque(range(n))
    while len(ring) > 1:
        ring.rotate(1 - step)
        ring.popleft()
    return ring[0]


def averages(n, size):
    window = deque(maxlen=size)
    total = best = 0
    for i in range(n):
        if len(window) == size:
            total -= window[0]
        value = i * 7919 % 1009
        window.append(value)
        total += value
        if total > best:
            best = total
    return best


def search(n):
    distance = {0: 0}
    queue = deque([0])
    while queue:
        node = queue.popleft()
        for near in (node * 2 % n, node * 3 % n, (node + 1) % n):
            if near not in distance:
                distance[near] = distance[node] + 1
                queue.append(near)
    return max(distance.values()), len(distance)


def jobs(n):
    queue = deque((i, i % 5) for i in range(1000))
    done = 0
    while queue and done < n:
        name, left = queue.popleft()
        if left:
            queue.append((name, left - 1))
        else:
            done += 1
            queue.appendleft((name + done, done % 7))
    return done, sum(name for name, _ in queue)


def main(n):
    print(josephus(n // 4, 5), averages(n, 50), search(n // 2), jobs(n // 2))


main(5000 * (int(sys.argv[1]) if len(sys.argv) > 1 else 100))
