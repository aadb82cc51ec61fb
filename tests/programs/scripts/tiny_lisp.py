# A Lisp in a page: a tokenizer, environments as ChainMaps, macros, tail calls by a loop, errors with places.
import math
import operator
import re
from collections import ChainMap
from functools import reduce


class LispError(Exception):
    pass


class Symbol(str):
    __slots__ = ()
    def __repr__(self):
        return f"Symbol({super().__repr__()})"


TOKEN = re.compile(r"""\s+|;[^\n]*|(?P<open>[([])|(?P<close>[)\]])|(?P<quote>')|(?P<text>"(?:\\.|[^"])*")|(?P<atom>[^\s()\[\]']+)""")


def parse(source):
    stack, starts = [[]], []
    quoted = []
    for match in TOKEN.finditer(source):
        kind, token = match.lastgroup, match[0]
        match kind:
            case None:
                continue
            case "open":
                starts.append(match.start())
                stack.append([])
                quoted.append(False)
                continue
            case "close":
                if not starts:
                    raise LispError(f"unexpected {token} at {match.start()}")
                starts.pop(); quoted.pop()
                value = stack.pop()
            case "quote":
                stack[-1].append(Symbol("quote-next"))
                continue
            case "text":
                value = re.sub(r"\\(.)", lambda escape: {"n": "\n"}.get(escape[1], escape[1]), token[1:-1])
            case "atom":
                for convert in (int, float, Symbol):
                    try:
                        value = convert(token)
                        break
                    except ValueError:
                        pass
        if stack[-1] and stack[-1][-1] == "quote-next" and isinstance(stack[-1][-1], Symbol):
            stack[-1][-1] = [Symbol("quote"), value]
        else:
            stack[-1].append(value)
    if starts:
        raise LispError(f"( at {starts[-1]} is not closed")
    return stack[0]


class Procedure:
    def __init__(self, names, body, env):
        self.names, self.body, self.env = names, body, env

    def bind(self, args):
        names = self.names
        if "." in names:
            at = names.index(".")
            args = [*args[:at], list(args[at:])]
            names = [*names[:at], names[at + 1]]
        if len(names) != len(args):
            raise LispError(f"{len(names)} arguments expected, {len(args)} given")
        return self.env.new_child(dict(zip(names, args)))

    def __call__(self, *args):
        return evaluate([Symbol("begin"), *self.body], self.bind(args))


def show(x):
    if isinstance(x, bool):
        return "#t" if x else "#f"
    if isinstance(x, list):
        return "(" + " ".join(map(show, x)) + ")"
    return f'"{x}"' if isinstance(x, str) and not isinstance(x, Symbol) else str(x)


MACROS = {}


def evaluate(x, env):
    while True:
        if isinstance(x, Symbol):
            try:
                return env[x]
            except KeyError:
                raise LispError(f"unbound: {x}") from None
        if not isinstance(x, list):
            return x
        match x:
            case []:
                return []
            case [Symbol("quote"), value]:
                return value
            case [Symbol("if"), test, yes, *no]:
                x = yes if evaluate(test, env) is not False else (no[0] if no else False)
            case [Symbol("define"), [name, *names], *body]:
                env[name] = Procedure(names, body, env)
                return name
            case [Symbol("define"), name, value]:
                env[name] = evaluate(value, env)
                return name
            case [Symbol("set!"), name, value]:
                for scope in env.maps:
                    if name in scope:
                        scope[name] = evaluate(value, env)
                        return scope[name]
                raise LispError(f"unbound: {name}")
            case [Symbol("lambda"), names, *body]:
                return Procedure(names, body, env)
            case [Symbol("macro"), [name, *names], *body]:
                MACROS[name] = Procedure(names, body, env)
                return name
            case [Symbol("let"), pairs, *body]:
                env = env.new_child({name: evaluate(value, env) for name, value in pairs})
                x = [Symbol("begin"), *body]
            case [Symbol("begin"), *body]:
                for each in body[:-1]:
                    evaluate(each, env)
                x = body[-1] if body else False
            case [Symbol() as name, *args] if name in MACROS:
                x = MACROS[name](*args)
            case [head, *args]:
                function = evaluate(head, env)
                values = [evaluate(arg, env) for arg in args]
                if isinstance(function, Procedure):
                    env = function.bind(values)
                    x = [Symbol("begin"), *function.body]
                else:
                    try:
                        return function(*values)
                    except (TypeError, ArithmeticError) as error:
                        raise LispError(f"in ({head}): {error}") from error


BASE = {
    "+": lambda *a: sum(a), "*": lambda *a: math.prod(a), "-": lambda a, *b: reduce(operator.sub, b, a) if b else -a,
    "/": operator.truediv, "=": operator.eq, "<": operator.lt, "list": lambda *a: list(a), "car": lambda l: l[0],
    "cdr": lambda l: l[1:], "cons": lambda a, l: [a, *l], "null?": lambda l: l == [], "not": lambda a: a is False,
    "map": lambda f, *l: [f(*each) for each in zip(*l)], "sqrt": math.sqrt, "#t": True, "#f": False, "append": lambda *l: sum(l, []),
}
env = ChainMap({}, BASE)
PROGRAM = """
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))     ; recursion
(fact 25)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(loop 3000 0)
(define (counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(define c (counter)) (c) (list (c) (c))
(map (lambda (x y) (* x y)) '(1 2 3) (list 4 5 6))
(define (all . xs) (cons 'count xs))
(all 1 "two\\n" 3.5)
(macro (unless test . body) (list 'if test #f (cons 'begin body)))
(unless (< 2 1) "shown")
(let ((a 1) (b (sqrt 16))) (list (/ b 8) (null? '()) a))
'(a (b c) #t)
"""
for form in parse(PROGRAM):
    print(show(evaluate(form, env)))
for text in ("(", ")", "(fact)", "(nope 1)", "(car 5)", "(/ 1 0)", "(set! q 1)", "((lambda (x) x))", "(+ 1 \"a\")"):
    try:
        for form in parse(text):
            print(show(evaluate(form, env)))
    except LispError as error:
        print(f"{text}: {error}", "<-", type(error.__cause__).__name__)
