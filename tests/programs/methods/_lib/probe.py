"""Calls every method of a type with some hundred combinations of arguments and prints what came of it.

    run("list", ["[]", "[3, 1, 2]"])        methods of `list`, bound to these receivers

A line says what came out and, behind `<-`, the numbers of the combinations it came of; with `--full` as argument of the
program a line is one call in words. Arguments are expressions, evaluated anew for each call, so that no call sees what
another one did to them.
"""

import sys

FULL = "--full" in sys.argv
TARGET = [None]


def change():
    """Hostile arguments change the receiver of the call that they are given to."""
    target = TARGET[0]
    if type(target) is list:
        target.append(len(target)) if len(target) % 2 else target.clear()
    elif type(target) is dict:
        target["added"] = len(target)
    elif type(target) is set:
        target.discard("a")
        target.add(len(target))


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        if isinstance(self.value, Exception):
            raise self.value
        change()
        return self.value

    def __repr__(self):
        return f"Index({self.value!r})"


class Len:
    """`len` says `count`; the items are what `items` holds; an exception among them is raised."""

    def __init__(self, count, *items):
        self.count, self.items = count, items

    def __len__(self):
        if isinstance(self.count, Exception):
            raise self.count
        return self.count

    def __iter__(self):
        for item in self.items:
            if isinstance(item, Exception):
                raise item
            yield item

    def __repr__(self):
        return f"Len({self.count!r})"


class Sequence:
    """Only `__getitem__` and `__len__`."""

    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]

    def __repr__(self):
        return f"Sequence{self.items!r}"


class Changing:
    """Its iterator changes the receiver at every step."""

    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        for item in self.items:
            change()
            yield item

    def __repr__(self):
        return f"Changing{self.items!r}"


class NoIterator:
    def __iter__(self):
        return 5

    def __repr__(self):
        return "NoIterator"


class Key:
    """`==`, `<` and `hash` say what they are told, raise it if it is an exception, and change the receiver."""

    def __init__(self, equal=False, less=False, hashed=1):
        self.said = equal, less, hashed

    def say(self, which):
        said = self.said[which]
        if isinstance(said, Exception):
            raise said
        change()
        return said

    def __eq__(self, other):
        return self.say(0)

    def __lt__(self, other):
        return self.say(1)

    __gt__ = __lt__

    def __hash__(self):
        return self.say(2)

    def __repr__(self):
        return "Key" + repr(self.said)


class Truth:
    def __init__(self, said):
        self.said = said

    def __bool__(self):
        if isinstance(self.said, Exception):
            raise self.said
        return self.said

    def __repr__(self):
        return f"Truth({self.said!r})"


class Mapping:
    """`keys` and `__getitem__`."""

    def __init__(self, *keys):
        self.names = keys

    def keys(self):
        change()
        return self.names

    def __getitem__(self, key):
        if key == "bad":
            raise KeyError("no value")
        if type(key) is int and key > 2:
            raise IndexError("end")
        return [key]

    def __repr__(self):
        return f"Mapping{self.names!r}"


class Text(str):
    pass


class Number(int):
    pass


class Items(list):
    pass


def recursive_list():
    found = [1]
    found.append(found)
    return found


def recursive_dict():
    found = {}
    found["self"] = found
    return found


def generator():
    yield 1
    yield 2


VALUES = """
None|True|0|1|-1|2|7|2**62|-2**63|2**63-1|10**30|-10**30|1.5|-0.0|float('nan')|float('inf')|1e300|''|'a'|'abc'|'ABC b'|'%s'|'{}'
'\\u20ac\\xe9'|'\\U0001f600a'|'\\ud800'|'utf-8'|'strict'|b''|b'a'|b'abc'|[]|[1, 2]|['a', 'b']|()|(1,)|('a', 'b')|(b'a', b'c')|{}
{'a': 1}|{97: 'x', 98: None}|set()|{1}|frozenset(['a', 1])|range(3)|slice(1)|slice(None, None, -1)|slice('a')|slice(0, 2, 0)|int|str
ValueError|len|lambda x: x|lambda: 1/0|NotImplemented|...|iter([1, 2])|generator()|recursive_list()|recursive_dict()|{'k': 2}.keys()
Index(1)|Index(-1)|Index(2**70)|Index('x')|Index(KeyError('index'))|Len(2, 1, 2)|Len(9, 'a')|Len(-1, 1)|Len(ValueError('length'), 'a')
Len(1, 'a', OSError('item'))|Sequence('a', 'b')|Sequence()|Changing(1, 2, 3)|Changing('a', 'b')|Changing((1, 2), (3, 4))|NoIterator()
Key()|Key(True, True)|Key(KeyError('eq'))|Key(0, KeyError('lt'))|Key(0, 0, KeyError('hash'))|Key(0, 0, 'no hash')|Key(7, [], -1)
Truth(KeyError('truth'))|Truth(True)|Mapping('a', 'b')|Mapping('bad')|Text('a')|Number(2)|Items('ab')|[(1, 2), ('a', 'b')]|[[1, 2, 3]]
""".replace("\n", "|").strip("|").split("|")

BASIC = ["None", "0", "1", "-1", "2", "'a'", "b'a'", "1.5", "[1, 'a']", "()", "2**62", "int"]

KEYWORDS = ["foo=1", "1, foo=2", "key=None", "'a', key=1", "1, 2, 3, 4, 5, 6, 7", "*[1, 2], **{'x': 3}", "**{'': 1}", "self=1"]


def combinations():
    """Argument lists as text: none, each value, pairs and longer ones drawn from both tables."""
    yield ""
    yield from VALUES
    for first in BASIC:
        for second in BASIC[:4]:
            yield f"{first}, {second}"
    state = 12345

    def draw(table):
        nonlocal state
        state = (state * 1103515245 + 12345) % 2**31
        return table[(state >> 8) % len(table)]

    for _ in range(40):
        yield f"{draw(VALUES)}, {draw(VALUES)}"
    for _ in range(20):
        yield f"{draw(BASIC)}, {draw(BASIC)}, {draw(BASIC)}"
        yield f"{draw(VALUES)}, {draw(BASIC)}, {draw(VALUES)}"
    for _ in range(4):
        yield f"{draw(BASIC)}, {draw(VALUES)}, {draw(BASIC)}, {draw(BASIC)}"
    yield from KEYWORDS


ALL = list(combinations())
# Special methods are called by operators, and seldom with more than one argument; those that all objects have get a few.
SPECIAL = ALL[: len(VALUES) + 24] + KEYWORDS
INHERITED = ["", *BASIC, "1, 2", "None, None, None", *KEYWORDS]


def without_addresses(text):
    """Object addresses are no outcome."""
    parts = text.split(" at 0x")
    for i in range(1, len(parts)):
        parts[i] = parts[i].lstrip("0123456789abcdef")
    return " at …".join(parts)


def shorten(text):
    text = without_addresses(text).encode("ascii", "backslashreplace").decode()
    if len(text) <= 160:
        return text
    check = 0
    for character in text:
        check = (check * 31 + ord(character)) % 1000003
    return f"{text[:120]}... {len(text)} characters, {check}"


PLAIN = (int, float, str, bytes, tuple, list, dict, bool, type(None), slice, range)


def describe(value, depth=0):
    """A result in words."""
    kind = type(value)
    if kind in (set, frozenset):
        return f"{kind.__name__} of " + ", ".join(sorted(shorten(repr(item)) for item in value))
    if kind is int and value.bit_length() > 600:
        return f"an int of {value.bit_length()} bits, {value % 1000003}"
    if kind in PLAIN or depth > 1:
        return shorten(repr(value))
    if hasattr(kind, "__next__"):
        found = []
        try:
            while len(found) < 8:
                found.append(describe(next(value), depth + 1))
        except StopIteration:
            found.append("end")
        except Exception as error:
            found.append(f"{type(error).__name__}: {error}")
        return f"{kind.__name__} of " + "; ".join(found)
    return shorten(f"{kind.__name__} {value!r}")


def failure(error):
    text = f"{type(error).__name__}: {error}"
    inner = error.__cause__
    if inner is not None:
        text += f" (from {type(inner).__name__}: {inner})"
    return shorten(text)


STABLE = (int, str, bytes, bool, tuple, frozenset, range, slice, type(None))


def outcome(call, receiver, name=""):
    """What the call gave, and what is left of the receiver if it was changed."""
    before = None
    try:
        if name.startswith("__hash__") and (type(receiver) not in STABLE or name.endswith("unbound")):
            return "an int" if type(call()) is int else "no int"
        before = repr(receiver) if type(receiver) in (list, dict, set) else None
        result = describe(call())
    except Exception as error:
        result = failure(error)
    if before is not None:
        after = repr(receiver)
        if after != before:
            result += "; leaves " + describe(receiver)
    return result


def spans(numbers):
    """1 2 3 7 as "1-3 7"."""
    found, start = [], None
    for i, number in enumerate(numbers):
        if start is None:
            start = number
        if i + 1 == len(numbers) or numbers[i + 1] != number + 1:
            found.append(str(start) if start == number else f"{start}-{number}")
            start = None
    return " ".join(found)


# Results that differ from run to run, endless work, or what other programs look at.
SKIPPED = {
    "__sizeof__", "__dir__", "__doc__", "__class__", "__dict__", "__weakref__", "__module__", "__init_subclass__",
    "__subclasshook__", "__reduce_ex__", "__reduce__", "__getstate__", "__setattr__", "__delattr__", "__buffer__",
    "__release_buffer__", "__getformat__", "__base__", "__flags__", "__basicsize__", "__dictoffset__", "__weakrefoffset__",
    "__itemsize__", "__globals__", "__builtins__", "__del__",
}
HUGE = ("2**6", "10**30", "-2**6", "1e300", "Index(2**70)")


def allowed(name, arguments):
    """Powers and shifts by huge numbers, and what would run through huge ranges, are not tried."""
    if name == "__rpow__" and arguments.startswith("-1"):
        return False  # a complex number
    if name in ("getattr", "delattr") and "ud800" in arguments or name == "vars" and arguments in ("int", "str", "ValueError"):
        return False  # surrogates in messages; the order of builtin namespaces
    if "pow" in name or "shift" in name or "round" in name:
        return not any(huge in arguments for huge in HUGE)
    return True


def probe(title, name, make, receivers, combinations):
    """Calls one function; `make(receiver)` gives it."""
    for number, receiver_text in enumerate(receivers):
        print(f"{title}{name} of {receiver_text}" if receiver_text else f"{title}{name}")
        groups = {}
        for index, arguments in enumerate(combinations):
            if number > 0 and index % 3:
                continue
            if not allowed(name, arguments):
                continue
            receiver = eval(receiver_text) if receiver_text else None
            TARGET[0] = receiver
            function = make(receiver)
            try:
                call = eval(f"lambda function: function({arguments})")
                result = outcome(lambda: call(function), receiver, name)
            except SyntaxError as error:
                result = f"SyntaxError: {error}"
            TARGET[0] = None
            if FULL:
                print(f"  {name}({arguments}): {result}")
            else:
                groups.setdefault(result, []).append(index)
        for result, found in groups.items():
            print(f"  {result} <- {spans(found)}")


def run(kind, receivers, skip=(), only=None):
    """All methods of a type, and the type itself as a function, unless `only` names some."""
    cls = eval(kind) if isinstance(kind, str) else kind
    names = [name for name in dir(cls) if name not in SKIPPED and name not in skip] if only is None else only
    for name in names:
        value = tried = None
        for base in cls.__mro__:
            if name in base.__dict__:
                value, tried = base.__dict__[name], ALL
                if name.startswith("__"):
                    tried = INHERITED if base is object and cls is not object else SPECIAL
                break
        if not callable(getattr(cls, name, None)):
            shown = [outcome(lambda: getattr(eval(text), name), None) for text in receivers]
            print(f"{cls.__name__}.{name}: " + " | ".join(shown))
            continue
        print(f"{name}: {type(value).__name__} {getattr(getattr(cls, name), '__text_signature__', None)}")
        if isinstance(value, (staticmethod, classmethod)) or type(value).__name__ == "classmethod_descriptor":
            probe(f"{cls.__name__}.", name, lambda receiver: getattr(cls, name), [""], tried)
        elif name == "__new__":
            probe(f"{cls.__name__}.", name, lambda receiver: getattr(cls, name), [""], ["", "1", f"{cls.__name__}", "int, 1", "object"])
        elif name in ("__getattribute__",):
            probe(f"{cls.__name__}.", name, lambda receiver: getattr(receiver, name), receivers[:1], INHERITED)
        else:
            probe(f"{cls.__name__}.", name, lambda receiver: getattr(receiver, name), receivers, tried)
            # Unbound, with receivers of other types.
            probe(f"{cls.__name__}.", name + " unbound", lambda receiver: getattr(cls, name), [""], ["", "None", "1, 2", "'a', 1", "object()"])
    if only is None:
        probe("", cls.__name__, lambda receiver: cls, [""], ALL)


def module(name, names, combinations=None, before=None, extra=()):
    """Functions of a module; `before` is run before each call, `extra` are combinations for these functions only."""
    found = __import__(name, fromlist=["x"])
    for function in names:
        value = getattr(found, function)

        def make(receiver):
            if before is not None:
                before()
            return value

        probe(name + ".", function, make, [""], [*extra, *(ALL if combinations is None else combinations)])


def functions(names):
    """Functions of module `builtins`."""
    for name in names:
        print(f"{name}: {getattr(eval(name), '__text_signature__', None)}")
        probe("", name, lambda receiver: eval(name), [""], ALL)
