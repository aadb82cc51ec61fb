from __future__ import annotations

import a
import a.b.c
import a.b.c as d, e as f
from . import g
from ..h.i import j, k as l
from m import *


def local(x: int | None, *y: a.b["c"]) -> (1, 2):
    import a.b
    from c import d, e as f

    z: str = 1
    return a, d, f


v: list[int] = []
