def load(name):
    try:
        return {}[name]
    except KeyError as error:
        raise LookupError(f"no {name}") from error


try:
    load("x")
except LookupError:
    raise RuntimeError("cannot start")
