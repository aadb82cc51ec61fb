"""Other names of codecs."""

from encodings import _ALIASES

aliases = dict(_ALIASES)
