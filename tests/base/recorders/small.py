"""Random numbers and suggestions."""

import random
from _suggestions import _generate_suggestions


def lines(rng, scale):
    for seed in (0, 1, 42, -42, 2**32 - 1, 2**32, 2**64 + 7, 10**50, 3**2000):
        source = random.Random(seed)
        shown = [source.random().hex() for _ in range(3)]
        shown += [hex(source.getrandbits(bits)) for bits in (1, 5, 31, 32, 33, 53, 63, 64, 65, 100, 200)]
        shown += [str(source.randrange(limit)) for limit in (1, 2, 10, 1000, 2**32, 2**40, 2**62)]
        for _ in range(1300):
            source.random()
        shown.append(source.random().hex())
        state = source.getstate()[1]
        shown.append(f"{state[0]} {state[623]} {state[624]}")
        yield "random", hex(abs(seed)), " ".join(shown)
    words = ["append", "extend", "insert", "remove", "pop", "clear", "index", "count", "sort", "reverse", "copy", "Append", "APPEND",
             "", "a", "b", "ab", "x", "é", "été", "value", "values", "_value", "__init__", "a_very_long_name_that_goes_on_and_on_for_ever_1",
             "a_very_long_name_that_goes_on_and_on_for_ever_2", "ZeroDivisionError", "zerodivisionerror", "print", "pint", "input"]
    for _ in range(250 * scale):
        name = list(rng.choice(words))
        for _ in range(rng.randint(0, 3)):
            place = rng.randint(0, len(name))
            rng.choice([lambda: name.insert(place, rng.choice("aeXé_")), lambda: name[place:place + 1].clear(),
                        lambda: name.__delitem__(slice(place, place + 1)),
                        lambda: name.__setitem__(slice(place, place + 1), rng.choice("aeXrT"))])()
        name = "".join(name)
        candidates = rng.sample(words, rng.randint(0, 12))
        yield "suggest", name, "|".join(candidates), str(_generate_suggestions(candidates, name)) if candidates else "None"
