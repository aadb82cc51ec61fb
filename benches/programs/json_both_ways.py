"""JSON written and read: records, nested lists, strings with escapes, numbers, indented and sorted."""
import json
import sys


def records(count):
    result = []
    for i in range(count):
        result.append({
            "id": i,
            "name": f"ant {i}",
            "tags": ["worker", "north" if i % 2 else "south", str(i)],
            "weight": i * 1.25 / 3,
            "alive": i % 3 != 0,
            "home": None if i % 5 else {"hill": i // 5, "depth": [i, i + 1, -i]},
            "note": "says \"hi\"\n\tand leaves" if i % 4 == 0 else "quiet caf\u00e9" if i % 4 == 1 else "plain",
        })
    return result


def main(size):
    total = 0
    data = records(60)
    numbers = [i * 17 % 1009 for i in range(400)] + [i / 8 for i in range(200)]
    words = {f"word{i}": "text " * (i % 7) for i in range(150)}
    for _ in range(size):
        text = json.dumps(data)
        back = json.loads(text)
        total += len(text) + len(back) + back[7]["home" if back[7]["home"] else "tags"][0].__len__()
        total += len(json.dumps(data[:10], indent=2, sort_keys=True))
        text = json.dumps(numbers, separators=(",", ":"))
        total += sum(json.loads(text)[:400]) + len(text)
        text = json.dumps(words, ensure_ascii=False)
        total += len(json.loads(text)["word6"]) + len(text)
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
