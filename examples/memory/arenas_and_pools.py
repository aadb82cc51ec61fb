# runs: plain leaks; figures depend on when collections run
# Where objects lie: the heap takes arenas of 1 MiB from the system, cuts them into pools of 64 KiB, and each pool into blocks
# of one size. Filling and emptying shows in the figures of anthill.heap, which are read from the heap itself.
import sys

import anthill.heap as heap


class Point:
    __slots__ = ("x", "y")  # a header of 8 bytes and two slots of 8, rounded up to a multiple of 16


def pools(size):
    """Pools of blocks of this size for objects, and how many blocks live in them."""
    rows = [row for row in heap.snapshot().pools if row[2] == "object" and row[3] == size]
    return len(rows), sum(row[4] for row in rows)


block = sys.getsizeof(Point())
facts = heap.figures()
print("an arena has", facts["arena_bytes"] // facts["pool_bytes"], "pools of", facts["pool_bytes"], "bytes")
print("a point takes a block of", block, "bytes;", facts["pool_bytes"] // block, "fit in a pool")

arenas_before, (pools_before, live_before) = facts["arenas"], pools(block)
points = [Point() for _ in range(200_000)]
arenas_full, (pools_full, live_full) = heap.figures()["arenas"], pools(block)
print("200,000 points more:", live_full - live_before >= 200_000)
print("pools taken for them:", pools_full - pools_before >= 200_000 * block // facts["pool_bytes"])
print("arenas taken for them:", arenas_full - arenas_before >= 200_000 * block // facts["arena_bytes"] - 1)

# Every second point goes: all pools stay, half empty. That is fragmentation.
del points[::2]
pools_half, live_half = pools(block)
print("half of the points gone, pools given back:", pools_full - pools_half)
print("free blocks in the pools:", live_half < live_full - 99_000)
print("fragmentation above a third:", heap.snapshot().fragmentation() > 1 / 3)

# New points take the free blocks: no pool more.
points += [Point() for _ in range(90_000)]
print("90,000 new points, new pools:", max(0, pools(block)[0] - pools_full))

# All go: the pools can serve other sizes, and the arenas go back to the system.
points.clear()
pools_end, live_end = pools(block)
print("all gone, pools that stay:", pools_end - pools_before <= 1)
print("arenas back to the system:", heap.figures()["arenas"] - arenas_before <= 2)
print("the peak is remembered:", heap.figures()["arenas_peak"] >= arenas_full)
