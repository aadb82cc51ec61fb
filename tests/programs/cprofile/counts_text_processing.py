import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted


def normal(word):
    return word.strip(".,").lower()


def count(text):
    words = {}
    for word in text.split():
        word = normal(word)
        words[word] = words.get(word, 0) + 1
    return words


def main():
    text = "The cat, the dog. A cat and THE bird, and a fish."
    words = count(text)
    top = sorted(words.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{word}={n}" for word, n in top), text.replace("cat", "cow").title()


counted(main)
