print(__spec__.name, type(__loader__).__name__, __spec__.loader is __loader__)
print(__spec__ is globals()["__spec__"], __spec__.parent)


def later():
    return __spec__.name
