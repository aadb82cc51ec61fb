"""Full collections of a million containers in cycles, all alive and all garbage, and the youngest generation's beside them.

    for p in python3.11 target/release/anthill; do $p benches/collector.py [COUNT]; done

Milliseconds of CPU time, the least of three rounds. The same file runs under any Python."""
import gc
import sys
import time

gc.disable()
clock = time.process_time


class Node:
    pass


def instance(i):
    node = Node()
    node.value, node.other = i, node
    return node


def pair(i):
    a, b = Node(), Node()
    a.value, a.other = i, b
    b.value, b.other = i, a
    return a


def in_list(i):
    items = []
    items.append(items)
    return items


def in_dict(i):
    table = {}
    table[1] = table
    return table


count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
for name, make, number in (
    ("instances", instance, count), ("pairs", pair, count // 2), ("lists", in_list, count), ("dicts", in_dict, count)
):
    alive, garbage, young = [], [], []
    for _ in range(3):
        everything = [make(i) for i in range(number)]
        gc.collect()
        start = clock()
        gc.collect()
        alive.append(clock() - start)
        new = [[] for _ in range(1000)]
        start = clock()
        gc.collect(0)
        young.append(clock() - start)
        del everything, new
        start = clock()
        assert gc.collect() >= count
        garbage.append(clock() - start)
    times = [f"{1000 * min(each):8.3f}" for each in (alive, garbage, young)]
    print(f"{name:10} alive {times[0]}  garbage {times[1]}  youngest generation {times[2]}", flush=True)
