"""The % commands of the prompt, each a plain function too: `%size x` is `anthill.prompt.size(x)`.

A command is announced only where what it rests on is there.
"""

import sys

from _profiling import heap_bytes, heap_peak, perf_counter, process_time, read_file, reset_heap_peak

__all__ = [
    "time", "timeit", "memit", "prun", "size", "refs", "dis", "who", "reset", "run", "gc", "heap", "why", "lprun",
    "history", "help",
]


def _module(name):
    """A module that may not be there."""
    try:
        __import__(name)
    except ImportError:
        return None
    return sys.modules[name]


def _seconds(seconds):
    """A time with a unit that suits it."""
    for unit, factor in (("s", 1), ("ms", 1e3), ("us", 1e6)):
        if seconds * factor >= 1:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def _bytes(count):
    """A number of bytes with a unit that suits it."""
    sign = "-" if count < 0 else ""
    count = abs(count)
    for unit, factor in (("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)):
        if count >= factor:
            return f"{sign}{count / factor:.1f} {unit}"
    return f"{sign}{count} B"


def _code(statement):
    """A statement or expression as code, and whether it has a value."""
    try:
        return compile(statement, "<command>", "eval"), True
    except SyntaxError:
        pass  # What is wrong with it as a statement is said below.
    return compile(statement, "<command>", "exec"), False


def _execute(statement, namespace):
    """Runs a source text, or calls a function; the value, None for statements."""
    if callable(statement):
        return statement()
    code, has_value = _code(statement)
    if has_value:
        return eval(code, namespace)
    exec(code, namespace)


def _main():
    return sys.modules["__main__"].__dict__


def time(statement, namespace=None):
    """Run once and print how long it took: by the clock, and of the processor. Returns the value."""
    namespace = _main() if namespace is None else namespace
    clock, processor = perf_counter(), process_time()
    try:
        return _execute(statement, namespace)
    finally:
        clock, processor = perf_counter() - clock, process_time() - processor
        print(f"clock: {_seconds(clock)}, processor: {_seconds(processor)}")


def timeit(statement, namespace=None, number=0, repeat=5):
    """Run again and again and print how long one run takes at best. Returns the seconds of the best run."""
    from timeit import Timer

    timer = Timer(statement, globals=_main() if namespace is None else namespace)
    if number < 1:
        number, _ = timer.autorange()
    times = [seconds / number for seconds in timer.repeat(max(repeat, 1), number)]
    best = min(times)
    print(f"{_seconds(best)} a run (best of {len(times)}, {number} run{'s' if number != 1 else ''} each; worst {_seconds(max(times))})")
    return best


class _Misused(Exception):
    """What follows a command is not what its usage says."""


def _timeit_line(text, names):
    """%timeit with its options: -n runs in a round, -r rounds."""
    numbers = {"-n": 0, "-r": 5}
    while text[:2] in numbers:
        option, text = text[:2], text[2:].lstrip()
        number, _, rest = text.partition(" ")
        if not number.isdecimal() or not rest.strip():
            raise _Misused
        numbers[option], text = int(number), rest.lstrip()
    if not text:
        raise _Misused
    timeit(text, names, numbers["-n"], numbers["-r"])


def memit(statement, namespace=None):
    """Run once and print what that did to the heap, in bytes. Returns (bytes kept, bytes at the peak)."""
    namespace = _main() if namespace is None else namespace
    if not callable(statement):
        code, has_value = _code(statement)
        statement = (lambda: eval(code, namespace)) if has_value else (lambda: exec(code, namespace))
    reset_heap_peak()
    before = heap_bytes()
    value = statement()
    after = heap_bytes()
    peak = heap_peak()
    del value
    kept = heap_bytes() - before
    print(f"value: {_bytes(after - before)}, kept without it: {_bytes(kept)}, peak: {_bytes(peak - before)}")
    return kept, peak - before


def prun(statement, namespace=None, sort="tottime"):
    """Run under cProfile and print the profile."""
    from cProfile import Profile

    namespace = _main() if namespace is None else namespace
    profile = Profile()
    if callable(statement):
        profile.runcall(statement)
    else:
        profile.runctx(statement, namespace, namespace)
    profile.print_stats(sort)


def _reachable(root, referents):
    """The objects that can be reached from one, itself included; modules and classes are not entered."""
    seen = {id(root): root}
    waiting = [root]
    while waiting:
        for child in referents(waiting.pop()):
            if id(child) not in seen and not isinstance(child, (type, type(sys))):
                seen[id(child)] = child
                waiting.append(child)
    return list(seen.values())


def _retained(root, referents):
    """The bytes that would be freed with an object: its own and those of what only it keeps alive."""
    # How many references the loop below holds itself: measured with an object that has one other.
    holder = [type("Probe", (), {})()]
    for child in referents(holder):
        ours = sys.getrefcount(child) - 1
    found = {}
    freed = {id(root)}
    waiting = [root]
    total = 0
    while waiting:
        parent = waiting.pop()
        total += sys.getsizeof(parent)
        children = referents(parent)
        times = {}
        for child in children:
            times[id(child)] = times.get(id(child), 0) + 1
        for child in children:
            count = times.pop(id(child), 0)
            if not count or id(child) in freed or isinstance(child, (type, type(sys))):
                continue
            found[id(child)] = found.get(id(child), 0) + count
            # The list of children holds it as often as it occurs there, of which `ours` counts one.
            if found[id(child)] == sys.getrefcount(child) - ours - (count - 1):
                freed.add(id(child))
                waiting.append(child)
    return total


def size(object):
    """Print the bytes of an object: its own, with all that can be reached, and what only it keeps. Returns them."""
    own = sys.getsizeof(object)
    gc = _module("gc")
    if gc is None:
        print(f"own: {_bytes(own)}")
        return own, None, None
    deep = sum(sys.getsizeof(each) for each in _reachable(object, gc.get_referents))
    retained = _retained(object, gc.get_referents)
    print(f"own: {_bytes(own)}, deep: {_bytes(deep)}, retained: {_bytes(retained)}")
    return own, deep, retained


def refs(object):
    """Print how many references there are to an object, and what holds them. Returns the number."""
    # The parameter and the argument of getrefcount are not the program's.
    count = sys.getrefcount(object) - 2
    if count > 1 << 28:
        print("immortal")
        return count
    print(f"references: {count}")
    gc = _module("gc")
    if gc is not None:
        for holder in gc.get_referrers(object):
            print(f"  {type(holder).__name__}: {_short(holder)}")
    return count


def _short(object, width=60):
    """A repr that fits on a line."""
    if type(object) is dict and "__name__" in object:
        return f"the namespace of {object['__name__']}"
    try:
        text = repr(object)
    except Exception as error:
        return f"<repr failed: {error!r}>"
    return text if len(text) <= width else text[: width - 3] + "..."


def dis(code):
    """Print the bytecode of a function, method, class, code object or source text."""
    import _prompt

    print(_prompt.disassemble(code), end="")


def who(namespace=None):
    """Print the names that were defined, with what they are. Returns the names."""
    namespace = _main() if namespace is None else namespace
    names = sorted(name for name in namespace if not name.startswith("_"))
    width = max(map(len, names), default=0)
    for name in names:
        value = namespace[name]
        print(f"{name:{width}}  {type(value).__name__:10}  {_short(value, 50)}")
    return names


def reset(namespace=None):
    """Delete the names that were defined. Returns how many there were."""
    namespace = _main() if namespace is None else namespace
    names = [name for name in namespace if not name.startswith("__")]
    for name in names:
        del namespace[name]
    print(f"{len(names)} name{'s' if len(names) != 1 else ''} deleted")
    return len(names)


def run(file, arguments=(), namespace=None):
    """Run a file in the namespace, with these arguments."""
    namespace = _main() if namespace is None else namespace
    source = read_file(file)
    argv, absent, folder = sys.argv, object(), file.rpartition("/")[0]
    before = namespace.get("__file__", absent)
    sys.argv = [file, *arguments]
    # As for a program of its own: its folder is searched for modules first.
    sys.path.insert(0, folder)
    namespace["__file__"] = file
    try:
        exec(compile(source, file, "exec"), namespace)
    except SystemExit as leaving:
        if leaving.code not in (None, 0):
            print(f"{file} ended with {leaving.code!r}", file=sys.stderr)
    finally:
        sys.argv = argv
        if folder in sys.path:
            sys.path.remove(folder)
        if before is absent:
            namespace.pop("__file__", None)
        else:
            namespace["__file__"] = before


def _words(text):
    """The words of a line; quotes hold several together, and a backslash takes the next character as it is."""
    words, word, quote, escaped = [], None, "", False
    for character in text:
        if escaped:
            word, escaped = (word or "") + character, False
        elif character == "\\" and quote != "'":
            word, escaped = word or "", True
        elif quote:
            if character == quote:
                quote = ""
            else:
                word += character
        elif character in "'\"":
            word, quote = word or "", character
        elif not character.isspace():
            word = (word or "") + character
        elif word is not None:
            words.append(word)
            word = None
    if quote or escaped:
        raise ValueError("a quotation does not end")
    return words if word is None else [*words, word]


def _run_line(text, namespace):
    file, *arguments = _words(text)
    run(file, arguments, namespace)


def gc():
    """Collect garbage and print what was found and what lives. Returns the number of unreachable objects."""
    import gc

    before = heap_bytes()
    start = perf_counter()
    found = gc.collect()
    seconds = perf_counter() - start
    after = heap_bytes()
    print(f"{found} unreachable, {_bytes(before - after)} freed in {_seconds(seconds)}; {_bytes(after)} in use")
    for number, stats in enumerate(gc.get_stats()):
        print(f"  generation {number}: {', '.join(f'{key} {value}' for key, value in stats.items())}")
    return found


def heap():
    """Print what lives on the heap, by type."""
    import anthill.heap

    print(anthill.heap.report() if hasattr(anthill.heap, "report") else anthill.heap.type_table())


def why(object):
    """Print why an object lives: the chain of references from a root."""
    import anthill.heap

    # A local variable would be the nearest root of all.
    holder = [object]
    del object
    print(anthill.heap.why(holder.pop()))


def lprun(statement, namespace=None):
    """Run and print each line's hits, time, instructions and bytes."""
    import _line_report
    import _lines

    namespace = _main() if namespace is None else namespace
    _lines.start()
    try:
        _execute(statement, namespace)
    finally:
        codes, *rest = _lines.stop()
    # The lines of the library, this file's among them, are of no interest.
    codes = [code for code in codes if not code[0].startswith("<stdlib>") and code[0] != "<command>"]
    if codes:
        print(_line_report.text_report((codes, *rest)), end="")
    else:
        print("no line of the program has run")


def history(inputs, count=None):
    """Print past inputs, the last `count` of them."""
    shown = inputs if count is None else inputs[-count:]
    first = len(inputs) - len(shown) + 1
    for number, text in enumerate(shown, first):
        lines = text.split("\n")
        print(f"{number:5}  {lines[0]}")
        for line in lines[1:]:
            print(f"       {line}")


# Name, what follows it, what the command needs, and how it is called with the text behind it, the
# namespace and the inputs.
_COMMANDS = {
    "time": ("STATEMENT", None, lambda text, names, past: _shown(time(text, names))),
    "timeit": ("[-n RUNS] [-r ROUNDS] STATEMENT", "timeit", lambda text, names, past: _timeit_line(text, names)),
    "memit": ("STATEMENT", None, lambda text, names, past: memit(text, names)),
    "prun": ("STATEMENT", "cProfile", lambda text, names, past: prun(text, names)),
    "lprun": ("STATEMENT", "_line_report", lambda text, names, past: lprun(text, names)),
    "heap": ("", "anthill.heap", lambda text, names, past: heap()),
    "why": ("EXPRESSION", "anthill.heap", lambda text, names, past: why(eval(text, names))),
    "gc": ("", "gc", lambda text, names, past: gc()),
    "size": ("EXPRESSION", None, lambda text, names, past: size(eval(text, names))),
    "refs": ("EXPRESSION", None, lambda text, names, past: refs(eval(text, names))),
    "dis": ("EXPRESSION", "_prompt", lambda text, names, past: dis(eval(text, names))),
    "who": ("", None, lambda text, names, past: who(names)),
    "reset": ("", None, lambda text, names, past: reset(names)),
    "run": ("FILE [ARGUMENT]...", None, lambda text, names, past: _run_line(text, names)),
    "history": ("[COUNT]", None, lambda text, names, past: _history_line(text, past)),
    "help": ("", None, lambda text, names, past: help()),
}


def _history_line(text, past):
    """%history with its option."""
    if text and not text.isdecimal():
        raise _Misused
    history(past, int(text) if text else None)


def _shown(value):
    sys.displayhook(value)


def names():
    """The commands whose ground is there."""
    return [name for name, (_, needs, _) in _COMMANDS.items() if needs is None or _module(needs) is not None]


def help():
    """Print the commands."""
    known = names()
    width = max(len(f"%{name} {_COMMANDS[name][0]}") for name in known)
    for name in known:
        usage = f"%{name} {_COMMANDS[name][0]}"
        text = (globals()[name].__doc__ or "").split(". Returns")[0].split("\n")[0].rstrip(".")
        print(f"{usage:{width}}  {text}")


def command(line, past=(), namespace=None):
    """Run a line that begins with %, as the prompt does."""
    namespace = _main() if namespace is None else namespace
    name, _, text = line.lstrip("%").strip().partition(" ")
    text = text.strip()
    if name not in _COMMANDS or name not in names():
        print(f"no command %{name}; %help shows them all", file=sys.stderr)
        return
    usage, _, function = _COMMANDS[name]
    try:
        # What the usage begins with must be there; commands without usage take nothing.
        if not text and usage.startswith(("STATEMENT", "EXPRESSION", "FILE")) or text and not usage:
            raise _Misused
        function(text, namespace, list(past))
    except _Misused:
        print(f"usage: %{name} {usage}".rstrip(), file=sys.stderr)
