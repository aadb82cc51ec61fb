"""A recursive-descent parser and evaluator of arithmetic, with its tokenizer, on made-up expressions."""
import sys


class Token:
    def __init__(self, kind, value):
        self.kind = kind
        self.value = value


class Parser:
    def __init__(self, text, names):
        self.tokens = list(self.scan(text))
        self.at = 0
        self.names = names

    def scan(self, text):
        i = 0
        while i < len(text):
            c = text[i]
            if c.isspace():
                i += 1
            elif c.isdigit():
                start = i
                while i < len(text) and text[i].isdigit():
                    i += 1
                yield Token("number", int(text[start:i]))
            elif c.isalpha():
                start = i
                while i < len(text) and text[i].isalnum():
                    i += 1
                yield Token("name", text[start:i])
            elif c in "+-*/%()":
                yield Token(c, c)
                i += 1
            else:
                raise SyntaxError(c)
        yield Token("end", None)

    def peek(self):
        return self.tokens[self.at].kind

    def advance(self):
        token = self.tokens[self.at]
        self.at += 1
        return token

    def expression(self):
        value = self.term()
        while self.peek() in ("+", "-"):
            if self.advance().kind == "+":
                value += self.term()
            else:
                value -= self.term()
        return value

    def term(self):
        value = self.factor()
        while self.peek() in ("*", "/", "%"):
            operator = self.advance().kind
            right = self.factor()
            if operator == "*":
                value *= right
            elif operator == "/":
                value = value // right if right else 0
            else:
                value = value % right if right else 0
        return value

    def factor(self):
        token = self.advance()
        if token.kind == "number":
            return token.value
        if token.kind == "name":
            return self.names[token.value]
        if token.kind == "-":
            return -self.factor()
        if token.kind == "(":
            value = self.expression()
            if self.advance().kind != ")":
                raise SyntaxError("expected )")
            return value
        raise SyntaxError(token.kind)


def main(size):
    names = {"x": 3, "why": 14, "z9": 15}
    texts = ["1 + 2 * (3 - x) * why", "((((12)))) * 34 % 7 - -5", "z9 * (x + why * (2 + 3 * (4 - 1)))",
             "100 / 7 / 2 + 81 % 10 * 1234567", "x + x + x - why - z9 * 2 - (1)"]
    total = 0
    failed = 0
    for _ in range(size):
        for text in texts * 8:
            total += Parser(text, names).expression()
        try:
            Parser("(1 + 2", names).expression()
        except SyntaxError:
            failed += 1
    return total, failed


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1200))
