"""Abstract base classes of containers and their parts."""

from _collections import deque as _deque
from _collections_abc import *
from _collections_abc import __all__, _has_methods

MutableSequence.register(_deque)
