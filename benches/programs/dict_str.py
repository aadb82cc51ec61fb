"""Dicts with str keys: words counted, records of fields, keys made at run time."""
import sys

WORDS = """the heap holds every object that a script makes and the pools hold the blocks of one
size so that a walk over the objects of one kind needs no list and a free block needs no header""".split()


def main(size):
    counts = {}
    for _ in range(size * 40):
        for word in WORDS:
            if word in counts:
                counts[word] += 1
            else:
                counts[word] = 1
    records = []
    for i in range(size * 300):
        records.append({"name": "ant", "id": i, "legs": 6, "load": i % 50})
    total = 0
    for _ in range(5):
        for record in records:
            total += record["id"] * record["load"] + record["legs"]
            record["seen"] = True
    made = {}
    for i in range(size * 1500):
        made["key" + str(i)] = i
    for i in range(0, size * 1500, 2):
        total += made["key" + str(i)]
        total += made.get("no" + str(i), 1)
    return counts["the"], len(counts), total, len(made)


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
