"""A calculator: a tokenizer, a recursive-descent parser, and a tree that can be shown and evaluated."""


class SyntaxProblem(Exception):
    pass


def tokenize(text):
    position = 0
    while position < len(text):
        character = text[position]
        if character.isspace():
            position += 1
        elif character.isdigit() or character == ".":
            start = position
            while position < len(text) and (text[position].isdigit() or text[position] == "."):
                position += 1
            yield "number", text[start:position]
        elif character.isalpha():
            start = position
            while position < len(text) and text[position].isalnum():
                position += 1
            yield "name", text[start:position]
        elif character in "+-*/^()=":
            position += 1
            yield character, character
        else:
            raise SyntaxProblem(f"unexpected {character!r} at {position}")
    yield "end", ""


class Parser:
    PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}

    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.index = 0

    @property
    def kind(self):
        return self.tokens[self.index][0]

    def take(self):
        token = self.tokens[self.index]
        self.index += 1
        return token

    def statement(self):
        if self.kind == "name" and self.tokens[self.index + 1][0] == "=":
            name = self.take()[1]
            self.take()
            tree = ("set", name, self.expression(1))
        else:
            tree = self.expression(1)
        if self.kind != "end":
            raise SyntaxProblem(f"unexpected {self.tokens[self.index][1]!r}")
        return tree

    def expression(self, level):
        left = self.primary()
        while (own := self.PRECEDENCE.get(self.kind, 0)) >= level:
            operator = self.take()[0]
            right = self.expression(own if operator == "^" else own + 1)
            left = (operator, left, right)
        return left

    def primary(self):
        kind, text = self.take()
        match kind:
            case "number":
                return float(text) if "." in text else int(text)
            case "name":
                return ("get", text)
            case "-":
                return ("neg", self.expression(3))
            case "(":
                tree = self.expression(1)
                if self.take()[0] != ")":
                    raise SyntaxProblem("expected ')'")
                return tree
        raise SyntaxProblem(f"unexpected {text or 'end of input'!r}")


OPERATIONS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "^": lambda a, b: a**b,
}


def evaluate(tree, names):
    match tree:
        case int() | float():
            return tree
        case ("get", name):
            return names[name]
        case ("set", name, value):
            names[name] = result = evaluate(value, names)
            return result
        case ("neg", value):
            return -evaluate(value, names)
        case (operator, left, right):
            a, b = evaluate(left, names), evaluate(right, names)
            return OPERATIONS[operator](a, b)


def show(tree):
    match tree:
        case (operator, *parts):
            return f"({operator} {' '.join(show(part) if isinstance(part, tuple) else str(part) for part in parts)})"
        case value:
            return str(value)


names = {}
for line in ["1 + 2 * 3", "x = (4 - 1) ^ 2 ^ 2", "x / 9", "-x + 0.5 * 2.0", "y + 1", "3 $ 4", "(1 + 2", "2 ^ 200"]:
    try:
        tree = Parser(line).statement()
        result = evaluate(tree, names)
    except SyntaxProblem as problem:
        print(f"{line:20} syntax problem: {problem}")
    except KeyError as error:
        print(f"{line:20} unknown name: {error.args[0]}")
    else:
        print(f"{line:20} {show(tree):30} = {result}")
