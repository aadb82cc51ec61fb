"""Counts words, and the words that follow each other, in a text: generators, Counter, regular expressions.

    anthill examples/wordcount.py [file]
"""

import re
import sys
from collections import Counter, defaultdict
from itertools import islice, pairwise

TEXT = """
The ants go marching one by one, hurrah, hurrah!
The ants go marching two by two, hurrah, hurrah!
The little one stops to climb a tree, and the ants go marching on,
down to the ground to get out of the rain.
"""

WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")


def words(lines):
    """The words of some lines, one after another, in lower case."""
    for line in lines:
        for match in WORD.finditer(line):
            yield match[0].lower()


def bar(count, most, width=24):
    return "#" * round(count / most * width)


def report(lines):
    all_words = list(words(lines))
    counts = Counter(all_words)
    print(f"{len(all_words)} words, {len(counts)} different")
    most = max(counts.values())
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:8]:
        print(f"{word:>10} {count:3} {bar(count, most)}")

    followers = defaultdict(Counter)
    for first, second in pairwise(all_words):
        followers[first][second] += 1
    print("\nwhat follows:")
    for word in sorted(followers, key=lambda word: -sum(followers[word].values()))[:4]:
        rest = ", ".join(f"{follower} ({count})" for follower, count in islice(followers[word].most_common(), 3))
        print(f"{word:>10} -> {rest}")

    by_length = defaultdict(set)
    for word in counts:
        by_length[len(word)].add(word)
    print("\nby length:")
    for length, group in sorted(by_length.items()):
        print(f"{length:10} {' '.join(sorted(group))}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        with open(sys.argv[1], encoding="utf-8") as file:
            report(file)
    else:
        report(TEXT.splitlines())
