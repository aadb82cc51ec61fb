"""What the day has brought."""

from collections import Counter
from functools import reduce
from itertools import groupby
from statistics import mean
from textwrap import dedent, indent


def summary(journal):
    entries = sorted(journal, key=lambda entry: entry["kind"])
    kinds = {kind: list(group) for kind, group in groupby(entries, key=lambda entry: entry["kind"])}
    sold = kinds.get("sold", [])
    goods = reduce(lambda sums, entry: sums + Counter(entry["goods"]), sold, Counter())
    totals = [entry["total"] for entry in sold]
    lines = "\n".join(f"{name:<10}{count:>4}" for name, count in sorted(goods.items()))
    head = dedent(f"""\
        kinds:  {', '.join(f'{kind} {len(group)}' for kind, group in kinds.items())}
        income: {sum(totals):.2f}, {mean(totals):.2f} a customer
        goods:""")
    return head + "\n" + indent(lines, "    ")
