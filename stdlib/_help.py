"""The text of help(object), laid out as pydoc does it."""


def help(object=None):
    """Prints what is known about an object: its signature, docstring and attributes."""
    if object is None:
        print("Type help(object) for help about object.")
        return
    if isinstance(object, str) and object:
        name, object = object, located(object)
        if object is None:
            print(f"No Python documentation found for {name!r}.")
            print("Use help() to get the interactive help utility.")
            print("Use help(str) for help on the str class.\n")
            return
        object = object[0]
    page(document(str if object == "" else object))


def located(path):
    """The object of a dotted name, in a tuple: a module's, or a builtin one's. None if there is none."""
    parts = path.split(".")
    import builtins
    for count in range(len(parts), -1, -1):
        found = builtins
        if count:
            name = ".".join(parts[:count])
            try:
                __import__(name)
            except ImportError:
                continue
            import sys
            found = sys.modules[name]
        for part in parts[count:]:
            found = getattr(found, part, None)
            if found is None:
                break
        else:
            return (found,)
    return None


def page(text):
    """Prints a text; one that is longer than the terminal goes through the user's pager."""
    import os
    import sys
    try:
        fits = not sys.stdin.isatty() or text.count("\n") < os.get_terminal_size(sys.stdout.fileno()).lines
    except (OSError, ValueError, AttributeError):
        fits = True
    if fits or os.environ.get("TERM") in (None, "dumb") or not through_pager(text):
        print(text, end="")


def through_pager(text):
    """Whether there was a pager to show the text."""
    import os
    import sys
    wanted = os.environ.get("MANPAGER") or os.environ.get("PAGER")
    command = wanted or "if command -v less >/dev/null; then exec less; else exec more; fi"
    sys.stdout.flush()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.dup2(reader, 0)
            os.close(reader)
            os.close(writer)
            os.execv("/bin/sh", ["sh", "-c", command])
        finally:
            os._exit(127)
    os.close(reader)
    data = text.encode("utf-8", "backslashreplace")
    try:
        while data:
            data = data[os.write(writer, data):]
    except (OSError, KeyboardInterrupt):
        pass  # The pager was left before the end.
    os.close(writer)
    while True:
        try:
            return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) not in (126, 127)
        except KeyboardInterrupt:
            pass  # That was for the pager.


def document(object):
    """The text of help(object)."""
    title, lines = described(object)
    return f"Help on {title}:\n\n" + "\n".join(lines) + "\n"


def kind_of(object):
    return type(object).__name__


def described(object):
    """(what it is, lines about it)"""
    kind, module = kind_of(object), getattr(object, "__module__", None)
    place = f" in module {module}" if module else ""
    if kind == "module":
        return f"module {object.__name__}", module_lines(object)
    if isinstance(object, type):
        return f"class {object.__name__}{place}", class_lines(object)
    if kind == "function":
        return f"function {object.__name__}{place}", function_lines(object)
    if kind == "builtin_function_or_method":
        owner = object.__self__
        if owner is None or kind_of(owner) == "module" or isinstance(owner, str) and object.__module__:
            return f"built-in function {object.__name__}{place}", function_lines(object)
        owner = owner if isinstance(owner, type) else type(owner)
        return f"built-in function {object.__name__}", function_lines(object, f" method of {qualified(owner)} instance")
    if kind == "method":
        owner = object.__self__
        if isinstance(owner, type):
            return f"method {object.__name__}{place}", function_lines(object, f" class method of {qualified(owner)}")
        return f"method {object.__name__}{place}", function_lines(object, f" method of {qualified(type(owner))} instance")
    if kind in ("method_descriptor", "wrapper_descriptor", "classmethod_descriptor"):
        names = {"method_descriptor": "method descriptor", "wrapper_descriptor": "wrapper descriptor"}
        note = f" unbound {qualified(object.__objclass__)} method"
        return f"{names.get(kind, 'built-in function')} {object.__name__}", function_lines(object, note)
    if kind == "property":
        return "property", data_lines("", object, object)
    return f"{type(object).__name__}{place} object", class_lines(type(object))


def qualified(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def doc_of(object):
    """The docstring's lines without the indentation that they have in the source."""
    doc = getattr(object, "__doc__", None)
    if not isinstance(doc, str) or not doc.strip():
        return []
    first, *rest = doc.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in rest if line.strip()), default=0)
    lines = [first.strip(), *(line[margin:].rstrip() for line in rest)]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return lines


def shown_annotation(value):
    if isinstance(value, str):
        return repr(value)
    if isinstance(value, type) and kind_of(value) != "GenericAlias":
        return value.__qualname__ if value.__module__ == "builtins" else qualified(value)
    return repr(value)


def signature(object):
    """The signature of a function as text, or None."""
    code = getattr(object, "__code__", None)
    if code is None:
        text = getattr(object, "__text_signature__", None)
        return text and plain_signature(text, getattr(object, "__self__", None) is not None)
    names = code.co_varnames
    count, only = code.co_argcount, code.co_posonlyargcount
    notes = dict(getattr(object, "__annotations__", None) or {})
    defaults = object.__defaults__ or ()
    keyword_defaults = object.__kwdefaults__ or {}

    def parameter(name, has_default=False, default=None):
        text = name
        if name in notes:
            text += ": " + shown_annotation(notes[name])
            if has_default:
                return f"{text} = {default!r}"
        return f"{text}={default!r}" if has_default else text

    parts = []
    for i, name in enumerate(names[:count]):
        at = i - (count - len(defaults))
        parts.append(parameter(name, at >= 0, defaults[at] if at >= 0 else None))
        if i + 1 == only:
            parts.append("/")
    end = count + code.co_kwonlyargcount
    rest = end
    if code.co_flags & 4:
        parts.append("*" + parameter(names[rest]))
        rest += 1
    elif code.co_kwonlyargcount:
        parts.append("*")
    for name in names[count:end]:
        parts.append(parameter(name, name in keyword_defaults, keyword_defaults.get(name)))
    if code.co_flags & 8:
        parts.append("**" + parameter(names[rest]))
    text = "(" + ", ".join(parts) + ")"
    if "return" in notes:
        text += " -> " + shown_annotation(notes["return"])
    return text


def plain_signature(text, bound):
    """`__text_signature__` without its `$self` where that is bound, as pydoc shows it."""
    parts = [part.strip() for part in text[1:-1].split(",")]
    if parts and parts[0].startswith("$"):
        if parts[0] == "$self" and not bound:
            parts[0] = "self"
        else:
            del parts[0]
            if parts and parts[0] == "/":
                del parts[0]
    return "(" + ", ".join(parts) + ")"


def function_lines(object, note="", name=None):
    name = name or object.__name__
    real = getattr(object, "__name__", name)
    title = name if real == name or real == "<lambda>" else f"{name} = {real}"
    function = object.__func__ if kind_of(object) == "method" else object
    text = signature(function) or "(...)"
    if kind_of(object) == "method" and hasattr(function, "__code__"):
        # The receiver is bound.
        inner = text[1:]
        first = inner.split(", ", 1)
        text = "(" + first[1] if len(first) > 1 and not first[0].startswith("*") else "()"
    if real == "<lambda>":
        title = f"{name} lambda" if name != real else "<lambda> lambda"
        text = text[1:-1]
        text = " " + text if text else ""
        lines = [title + text + note]
    else:
        lines = [title + text + note]
    lines += ["    " + line if line else "" for line in doc_of(object)]
    return lines + [""] if len(lines) == 1 else lines + [""]


def data_lines(name, value, owner):
    lines = [name] if name else []
    if kind_of(value) in ("member_descriptor", "getset_descriptor", "property") or name:
        lines += ["    " + line if line else "" for line in doc_of(value)]
    return lines + [""]


def class_lines(cls):
    """What pydoc shows of a class: bases, constructor, docstring, then its attributes by kind."""
    bases = [base for base in cls.__bases__]
    shown = ", ".join(base.__name__ if base.__module__ in ("builtins", cls.__module__) and base is not object
                      else f"{base.__module__}.{base.__name__}" for base in bases)
    lines = [f"class {cls.__name__}({shown})" if bases else f"class {cls.__name__}"]
    body = []
    init = cls.__dict__.get("__init__")
    if hasattr(init, "__code__"):
        text = signature(init)
        first, _, rest = text[1:].partition(", ")
        body += [cls.__name__ + ("(" + rest if rest else "()" + text.rpartition(")")[2]), ""]
    elif getattr(cls, "__text_signature__", None):
        body += [cls.__name__ + cls.__text_signature__.replace("\n", ""), ""]
    doc = doc_of(cls)
    if doc:
        body += doc + [""]
    mro = cls.__mro__
    if len(mro) > 2:
        body += ["Method resolution order:", *(f"    {shown_base(base, cls)}" for base in mro), ""]
    first = True
    for owner in mro:
        if owner is object and cls is not object:
            continue
        sections = grouped(owner, cls)
        for title, found in sections:
            if not found:
                continue
            if not first:
                body += ["-" * 70]
            first = False
            where = "defined here:" if owner is cls else f"inherited from {shown_base(owner, cls)}:"
            body += [f"{title} {where}", ""]
            for text in found:
                body += text
    while body and not body[-1]:
        body.pop()
    return lines + [(" |  " + line).rstrip() if line else " |" for line in body] + [""]


def shown_base(base, cls):
    return base.__name__ if base.__module__ == cls.__module__ and base is not object else f"{base.__module__}.{base.__name__}"


HIDDEN = {"__module__", "__doc__", "__qualname__", "__firstlineno__", "__static_attributes__", "__annotations__", "__slots__"}


def grouped(owner, cls):
    """The attributes of one class as (title, list of lines) by kind."""
    methods, class_methods, static_methods, descriptors, data = [], [], [], [], []
    for name in sorted(owner.__dict__):
        value = owner.__dict__[name]
        if name in HIDDEN or name.startswith("_") and not (name.startswith("__") and name.endswith("__")):
            continue
        kind = kind_of(value)
        if kind in ("function", "method_descriptor", "wrapper_descriptor"):
            methods.append(function_lines(value, name=name))
        elif kind in ("classmethod", "classmethod_descriptor"):
            class_methods.append(function_lines(getattr(owner, name), name=name))
        elif kind == "staticmethod" or kind == "builtin_function_or_method":
            static_methods.append(function_lines(getattr(owner, name), name=name))
        elif kind in ("property", "getset_descriptor", "member_descriptor"):
            descriptors.append(data_lines(name, value, owner))
        else:
            data.append([f"{name} = {value!r}", ""])
    return [
        ("Methods", methods),
        ("Class methods", class_methods),
        ("Static methods", static_methods),
        ("Data descriptors", descriptors),
        ("Data and other attributes", data),
    ]


def module_lines(module):
    """Name, description, classes, functions and data of a module."""
    doc = doc_of(module)
    head = f"{module.__name__} - {doc[0]}" if doc else module.__name__
    lines = ["NAME", f"    {head}", ""]
    if len(doc) > 1:
        lines += ["DESCRIPTION", *("    " + line if line else "" for line in doc[1:]), ""]
    public = getattr(module, "__all__", None)
    classes, functions, data = [], [], []
    for name in sorted(vars(module)):
        if name not in public if public is not None else name.startswith("_"):
            continue
        value = getattr(module, name)
        own = public is not None or getattr(value, "__module__", None) == module.__name__
        if isinstance(value, type):
            if own:
                classes.append(class_lines(value))
        elif callable(value) and hasattr(value, "__name__"):
            if own:
                functions.append(function_lines(value, name=name))
        elif kind_of(value) != "module":
            data.append([f"{name} = {value!r}"])
    for title, found in (("CLASSES", classes), ("FUNCTIONS", functions), ("DATA", data)):
        if found:
            lines += [title]
            for text in found:
                lines += ["    " + line if line else "" for line in text]
            lines += [""] if lines[-1] else []
    path = getattr(module, "__file__", None)
    lines += ["FILE", f"    {path or '(built-in)'}", ""]
    return lines
