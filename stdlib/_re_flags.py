"""What `re` makes only when it is asked for: the enumeration of the flags, and `re.Scanner`."""

import enum
import re


class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    """The flags of a pattern."""

    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128

    def __repr__(self):
        value = self._value_
        if not value:
            return "re.NOFLAG"
        names = []
        for long, _, bit in re._FLAGS:
            if value & bit:
                names.append(f"re.{long}")
                value &= ~bit
        if not names:
            return f"re.RegexFlag({value})"
        if value:
            names.append(hex(value))
        return "|".join(names)

    __str__ = __repr__
    __format__ = object.__format__


RegexFlag.__module__ = "re"


class Scanner:
    """Cuts a text into tokens: (pattern, action) pairs, tried in order at each place."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        if isinstance(flags, RegexFlag):
            flags = flags.value
        self._rules = [(re.compile(pattern, flags), action) for pattern, action in lexicon]
        self.scanner = self

    def _at(self, string, position):
        for pattern, action in self._rules:
            found = pattern.match(string, position)
            if found is not None:
                return found, action
        return None, None

    def scan(self, string):
        """(what the actions gave, the rest of the text that no pattern fits)."""
        result = []
        position = 0
        while True:
            self.match, action = self._at(string, position)
            if self.match is None:
                break
            end = self.match.end()
            if position == end:
                break
            if callable(action):
                action = action(self, self.match.group())
            if action is not None:
                result.append(action)
            position = end
        return result, string[position:]


Scanner.__module__ = "re"
