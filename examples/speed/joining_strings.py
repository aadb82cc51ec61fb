"""Strings are immutable: s = s + t makes a new one. += grows the string in place only while nobody else holds it.

Where the old string is kept, as in a list of beginnings, each step copies it all, and the bytes grow with the square
of the length. ''.join(parts) allocates the result once.
"""

from measure import claim, compare

words = [f"word{i}" for i in range(2_000)]


def adding_up():
    text = ""
    for word in words:
        before = text
        text = before + word
    return text


def joining():
    return "".join(words)


def growing():
    text = ""
    for word in words:
        text += word
    return text


slow, fast = compare("A text of 2,000 words", adding_up, joining)
claim("adding allocates a hundred times as many bytes", slow.allocated > 100 * fast.allocated)
claim("joining allocates little more than the result", fast.allocated < 2 * len(fast.result))
slow, grown = compare("The same, growing in place", adding_up, growing)
claim("growing allocates less than a tenth", grown.allocated * 10 < slow.allocated)
