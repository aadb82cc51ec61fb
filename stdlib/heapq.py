"""Heaps: lists in which each item is at most as large as its two children, the smallest first."""

from _heapq import (
    heapify, heappop, heappush, heappushpop, heapreplace, _heapify_max, _heappop_max, _heapreplace_max,
)

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def merge(*iterables, key=None, reverse=False):
    """Merges sorted inputs into one sorted output, lazily; equal items keep the order of their inputs."""
    if reverse:
        restore, replace, discard, direction = _heapify_max, _heapreplace_max, _heappop_max, -1
    else:
        restore, replace, discard, direction = heapify, heapreplace, heappop, 1
    # An entry is a tuple of sort key, rank of its input, function for the next item, and with a key function the item.
    entries = []
    for rank, advance in enumerate(iter(iterable).__next__ for iterable in iterables):
        try:
            item = advance()
        except StopIteration:
            continue
        if key is None:
            entries.append((item, rank * direction, advance))
        else:
            entries.append((key(item), rank * direction, advance, item))
    restore(entries)
    while len(entries) > 1:
        try:
            if key is None:
                while True:
                    item, rank, advance = entries[0]
                    yield item
                    replace(entries, (advance(), rank, advance))
            while True:
                _, rank, advance, item = entries[0]
                yield item
                item = advance()
                replace(entries, (key(item), rank, advance, item))
        except StopIteration:
            discard(entries)
    if entries:
        entry = entries[0]
        yield entry[-1] if key is not None else entry[0]
        yield from entry[2].__self__


def _best(n, iterable, key, restore, replace, direction):
    """The `n` best items, best first, with a heap of those found so far whose root is the worst of them."""
    iterator = iter(iterable)
    ranks = range(0, -n if direction < 0 else n, direction)
    if key is None:
        heap = [(item, rank) for rank, item in zip(ranks, iterator)]
    else:
        heap = [(key(item), rank, item) for rank, item in zip(ranks, iterator)]
    if not heap:
        return heap
    restore(heap)
    worst = heap[0][0]
    rank, smallest = n * direction, direction > 0
    for item in iterator:
        k = item if key is None else key(item)
        if k < worst if smallest else worst < k:
            replace(heap, (k, rank) if key is None else (k, rank, item))
            worst = heap[0][0]
            rank += direction
    heap.sort(reverse=direction < 0)
    return [entry[0] for entry in heap] if key is None else [entry[2] for entry in heap]


def _usual(n, iterable, key, reverse, choose):
    """The answer for the cases that need no heap of their own, else None."""
    if n == 1:
        nothing = object()
        found = choose(iterable, default=nothing, key=key)
        return [] if found is nothing else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        return None
    if n >= size:
        return sorted(iterable, key=key, reverse=reverse)[:n]
    return None


def nsmallest(n, iterable, key=None):
    """The `n` smallest items, as `sorted(iterable, key=key)[:n]`."""
    result = _usual(n, iterable, key, False, min)
    if result is None:
        result = _best(n, iterable, key, _heapify_max, _heapreplace_max, 1)
    return result


def nlargest(n, iterable, key=None):
    """The `n` largest items, as `sorted(iterable, key=key, reverse=True)[:n]`."""
    result = _usual(n, iterable, key, True, max)
    if result is None:
        result = _best(n, iterable, key, heapify, heapreplace, -1)
    return result
