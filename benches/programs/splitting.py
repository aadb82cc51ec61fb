"""Text taken apart: split, strip, partition, find, startswith, int and float of fields, CSV by hand."""
import sys


def rows(text):
    result = []
    for line in text.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        name, count, price = line.split(";")
        result.append((name.lower(), int(count), float(price)))
    return result


def fields(text):
    result = []
    start = 0
    while True:
        at = text.find(",", start)
        if at < 0:
            result.append(text[start:])
            return result
        result.append(text[start:at])
        start = at + 1


def main(size):
    lines = []
    for i in range(400):
        lines.append(f"  Ant{i};{i * 3};{i}.25  ")
        if i % 10 == 0:
            lines.append("# a comment")
    text = "\n".join(lines)
    flat = ",".join(str(i) for i in range(1500))
    total = 0
    money = 0.0
    for _ in range(size):
        for name, count, price in rows(text):
            total += len(name) + count
            money += price
        total += len(fields(flat))
        total += sum(map(int, flat.split(",")))
        for item in ("key=value", "a=1", "no", "x=y=z") * 300:
            key, sign, value = item.partition("=")
            total += len(key) + len(sign) - len(value)
            head, _, tail = item.rpartition("=")
            total += len(head) * 2 + len(tail)
        total += len("  many   words  in a   line ".split()) + text.count("Ant")
        total += len([line for line in text.split("\n") if line.endswith("25  ")])
    return total, money


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 600))
