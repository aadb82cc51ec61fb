"""Codecs written in Python. Most encodings are built in."""

import codecs
from _codecs import native_name


class CodecRegistryError(LookupError, SystemError):
    pass


def normalize_encoding(encoding):
    """The name with everything but ASCII letters, digits and dots made one underscore."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    words = []
    word = ""
    for c in encoding:
        if c.isalnum() or c == ".":
            if ord(c) < 128:
                word += c
        else:
            if word:
                words.append(word)
            word = ""
    tail = "_" if encoding and not word and words and not (encoding[-1].isalnum() or encoding[-1] == ".") else ""
    if word:
        words.append(word)
        tail = ""
    return "_".join(words)


# Other names of the codecs in this package.
_ALIASES = {
    "rot13": "rot_13", "base64": "base64_codec", "base_64": "base64_codec", "hex": "hex_codec",
    "quopri": "quopri_codec", "quoted_printable": "quopri_codec", "quotedprintable": "quopri_codec",
    "uu": "uu_codec", "u7": "utf_7", "utf7": "utf_7", "unicode_1_1_utf_7": "utf_7",
}
_MODULES = {"rot_13", "base64_codec", "hex_codec", "quopri_codec", "uu_codec", "idna", "punycode", "utf_7", "undefined"}


def search_function(encoding):
    """The codec of a name among those in this package, or None."""
    name = normalize_encoding(encoding)
    name = _ALIASES.get(name, name)
    if name not in _MODULES:
        return None
    from importlib import import_module
    return import_module("encodings." + name).getregentry()


def _lazy_attribute(name):
    # `encodings.utf_8` and the like are modules in CPython.
    if native_name(name) is not None:
        import types
        module = types.ModuleType("encodings." + name)
        info = codecs.lookup(name)
        module.encode, module.decode = info.encode, info.decode
        module.IncrementalEncoder, module.IncrementalDecoder = info.incrementalencoder, info.incrementaldecoder
        module.StreamReader, module.StreamWriter = info.streamreader, info.streamwriter
        module.getregentry = lambda: info
        return module
    return NotImplemented
