"""Formulas: tokens by a regular expression, then a parser by precedence that computes while it reads."""

import operator
import re


class FormulaError(ValueError):
    """A formula that cannot be read or computed."""


TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<cell>[A-Z]\d+)|(?P<name>[A-Z]{2,})|(?P<sign>[-+*/():,^]))")
OPERATORS = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv), "^": (3, operator.pow)}
FUNCTIONS = {"SUM": sum, "MAX": max, "MIN": min, "COUNT": len}


def tokens(text):
    position = 0
    while position < len(text.rstrip()):
        match = TOKEN.match(text, position)
        if match is None:
            raise FormulaError(f"unreadable at {position}: {text[position:]!r}")
        position = match.end()
        yield match.lastgroup, match[match.lastgroup]
    yield "end", ""


class Formula:
    def __init__(self, text):
        self.text = text
        self.tokens = list(tokens(text))
        self.at = 0

    def peek(self):
        return self.tokens[self.at]

    def next(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def expect(self, sign):
        if self.next() != ("sign", sign):
            raise FormulaError(f"{sign!r} expected in {self.text!r}")

    def evaluate(self, sheet):
        self.sheet, self.at = sheet, 0
        value = self.binary(0)
        if self.peek()[0] != "end":
            raise FormulaError(f"{self.peek()[1]!r} is too much in {self.text!r}")
        return value

    def binary(self, least):
        left = self.unary()
        while True:
            kind, sign = self.peek()
            strength, function = OPERATORS.get(sign, (0, None)) if kind == "sign" else (0, None)
            if function is None or strength <= least:
                return left
            self.next()
            # Powers bind to the right.
            left = function(left, self.binary(strength - (sign == "^")))

    def unary(self):
        match self.next():
            case "number", text:
                return float(text) if "." in text else int(text)
            case "cell", name:
                return self.sheet[name]
            case "sign", "-":
                return -self.unary()
            case "sign", "(":
                value = self.binary(0)
                self.expect(")")
                return value
            case "name", name if name in FUNCTIONS:
                self.expect("(")
                first, _, last = self.next()[1], self.expect(":"), self.next()[1]
                self.expect(")")
                return FUNCTIONS[name]([self.sheet[cell] for cell in cells(first, last)])
            case _, text:
                raise FormulaError(f"{text or 'end'!r} is no value in {self.text!r}")


def cells(first, last):
    """The names of a range of cells."""
    for column in range(ord(first[0]), ord(last[0]) + 1):
        for row in range(int(first[1:]), int(last[1:]) + 1):
            yield f"{chr(column)}{row}"
