"""Counters: counting words and letters, the most common ones, arithmetic; defaultdicts beside them."""
import sys
from collections import Counter, defaultdict


def words(n):
    state = 12345
    for _ in range(n):
        state = (state * 1103515245 + 12345) % 2147483648
        yield "w%d" % (state % 5003 * (state % 7 + 1) % 2003)


def main(n):
    all_words = list(words(n))
    total = Counter()
    for start in range(0, n, 5000):
        total.update(all_words[start:start + 5000])
    letters = Counter("".join(all_words))
    groups = defaultdict(list)
    lengths = defaultdict(int)
    for word in all_words:
        groups[word[:2]].append(word)
        lengths[len(word)] += 1
    half = Counter(all_words[:n // 2])
    difference = total - half
    print(total.most_common(3), letters.most_common(2), sum(difference.values()), len(half & total), len(half | total))
    print(sorted(lengths.items()), sum(map(len, groups.values())))


main(4000 * (int(sys.argv[1]) if len(sys.argv) > 1 else 150))
