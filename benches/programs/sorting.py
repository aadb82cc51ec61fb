"""Sorting: plain ints, floats and strs, with key, reversed, tuples, and a quicksort and heap in Python."""
import sys


def pseudo(n, seed):
    result = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        result.append(seed >> 8)
    return result


def quicksort(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        i = low
        j = high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        quicksort(items, low, j)
        low = i


def sift(heap, start, end):
    root = start
    while True:
        child = 2 * root + 1
        if child >= end:
            return
        if child + 1 < end and heap[child] < heap[child + 1]:
            child += 1
        if heap[root] >= heap[child]:
            return
        heap[root], heap[child] = heap[child], heap[root]
        root = child


def main(size):
    total = 0
    numbers = pseudo(3000, 42)
    words = ["w" + str(n % 997) for n in numbers]
    pairs = [(n % 10, n) for n in numbers]
    for step in range(size):
        total += sorted(numbers)[step]
        total += sorted(numbers, key=lambda n: n % 1000)[step]
        total += len(sorted(words)[step])
        total += sorted(pairs)[step][1]
        total += sorted(pairs, key=lambda p: (-p[0], p[1]), reverse=True)[step][1]
        total += len(sorted(words, key=len)[-1])
        floats = [n / 3 for n in numbers]
        floats.sort(reverse=True)
        total += int(floats[step])
        mine = numbers[:1000]
        quicksort(mine, 0, len(mine) - 1)
        total += mine[step]
        heap = numbers[:500]
        for start in range(len(heap) // 2, -1, -1):
            sift(heap, start, len(heap))
        total += heap[0]
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
