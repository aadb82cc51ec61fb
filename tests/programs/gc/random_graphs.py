# runs: plain leaks; every collection is asked for
# Random graphs of nodes with weak references and finalisers, some of which resurrect: what was finalised, what came back,
# and which references are alive after each step is what CPython's counting and collector make of it.
import gc
import random
import weakref

gc.disable()
gc.collect()


class Node:
    def __init__(self, name):
        self.name, self.edges = name, []


class Final(Node):
    def __del__(self):
        finalized.append(self.name)
        if self.name in wanted_back:
            back.append(self)


def note(*facts):
    global checksum
    for fact in facts:
        checksum = (checksum * 31 + sum((n + 1) ** 2 for n in fact) + len(fact)) % 1_000_000_007


random.seed(5)
for batch in range(10):
    checksum = 0
    for graph in range(60):
        finalized, back, called = [], [], []
        count = random.randrange(2, 25)
        final = {n for n in range(count) if random.random() < 0.3}
        wanted_back = {n for n in final if random.random() < 0.2}
        nodes = [Final(n) if n in final else Node(n) for n in range(count)]
        for node in nodes:
            node.edges = [nodes[random.randrange(count)] for _ in range(random.randrange(4))]
        watch = [weakref.ref(node, lambda r, n=node.name: called.append(n)) for node in nodes]
        kept = {n: nodes[n] for n in range(count) if random.random() < 0.2}
        node = nodes = None
        for step in range(4):
            if step == 2:
                kept.clear()
            if step == 3:
                wanted_back.clear()
                back.clear()
            gc.collect()
            alive = [n for n in range(count) if watch[n]() is not None]
            note(sorted(finalized), sorted(b.name for b in back), sorted(called), alive)
            node = None
    print(batch, checksum, gc.collect())
