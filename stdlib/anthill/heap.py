"""The microscope: what lives on the heap, where it lies, and why it lives.

    snapshot()            the heap as it is now; `later - earlier` is what changed
    type_table()          live objects and bytes by type, with the growth since mark()
    heap_map()            arenas and pools, drawn with characters
    why(obj)              the shortest chain of references from a root
    picture(obj)          the neighbourhood of an object as an SVG image
    cycle(obj)            a cycle through an object: a list of objects, or None
    log(), timeline()     the collections so far; bytes in use over time
    report(path=None)     all of it, as text or as one HTML file

All figures are read from the heap itself. Nothing here runs the collector.
"""

from _heap import edges as _edges, figures, log as _log, pools as _pools, timeline as _timeline, types as _types
from _heap import why as _why

__all__ = [
    "Chain", "Snapshot", "cycle", "figures", "heap_map", "log", "mark", "picture", "report", "snapshot", "timeline",
    "type_table", "why",
]

# What type_table() compares with.
_marked = {}


def _size(count):
    """A number of bytes with a unit that suits it."""
    sign, count = ("-", -count) if count < 0 else ("", count)
    for unit, factor in (("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)):
        if count >= factor:
            return f"{sign}{count / factor:.1f} {unit}"
    return f"{sign}{count} B"


def _signed(number):
    return f"+{number:,}" if number > 0 else f"{number:,}" if number else ""


class Snapshot:
    """The heap at one moment: figures, pools, and {type: (objects, bytes)}."""

    def __init__(self):
        self.figures = figures()
        self.types = {name: (count, size) for name, count, size in _types()}
        self.pools = _pools()

    @property
    def bytes(self):
        """Bytes in use."""
        return self.figures["bytes"]

    def fragmentation(self):
        """The share of the pools' bytes that no live block uses, between 0 and 1."""
        room = sum(size * capacity for _, _, kind, size, _, capacity in self.pools)
        used = sum(size * live for _, _, kind, size, live, _ in self.pools)
        return 1 - used / room if room else 0.0

    def __sub__(self, earlier):
        """What came and went since an earlier snapshot: {type: (objects, bytes)}, types without change left out."""
        changes = {}
        for name in self.types.keys() | earlier.types.keys():
            now, then = self.types.get(name, (0, 0)), earlier.types.get(name, (0, 0))
            if now != then:
                changes[name] = (now[0] - then[0], now[1] - then[1])
        return dict(sorted(changes.items(), key=lambda item: (-abs(item[1][1]), item[0])))

    def __repr__(self):
        objects = sum(count for count, _ in self.types.values())
        return f"<Snapshot: {self.bytes:,} bytes, {objects:,} objects>"


def snapshot():
    """The heap as it is now."""
    return Snapshot()


def mark():
    """Remembers the present types, for the growth that type_table() shows."""
    _marked.clear()
    _marked.update((name, (count, size)) for name, count, size in _types())


def _type_rows():
    for name, count, size in _types():
        before = _marked.get(name, (0, 0)) if _marked else (count, size)
        yield name, count, size, count - before[0], size - before[1]


def type_table(limit=25):
    """Live objects and bytes by type, largest first, with the growth since mark(): a text."""
    lines = [f"{'type':<32}{'objects':>10}{'bytes':>14}{'growth':>10}{'bytes':>12}"]
    rows = list(_type_rows())
    for name, count, size, more, bigger in rows[:limit]:
        lines.append(f"{name[:31]:<32}{count:>10,}{size:>14,}{_signed(more):>10}{_signed(bigger):>12}".rstrip())
    if len(rows) > limit:
        rest = rows[limit:]
        count, size = sum(row[1] for row in rest), sum(row[2] for row in rest)
        lines.append(f"{f'{len(rest)} other types':<32}{count:>10,}{size:>14,}")
    return "\n".join(lines)


def heap_map():
    """Arenas and pools, one character a pool, darker the fuller: a text."""
    shades = " .:-=+*#%@"
    arenas = {}
    for arena, index, kind, size, live, capacity in _pools():
        if kind == "unused":
            cell = "_"
        else:
            cell = shades[min(9, live * 10 // capacity if capacity else 0)]
        arenas.setdefault(arena, []).append(cell)
    lines = [f"arena {arena:<4} [{''.join(cells)}]" for arena, cells in arenas.items()]
    lines.append("each cell is a pool of 64 KiB: _ unused, then from empty to full: '" + shades + "'")
    return "\n".join(lines)


def _name(obj):
    """An object in a few words."""
    kind = type(obj)
    if kind in (int, float, bool, type(None)):
        return repr(obj)
    if kind in (str, bytes):
        text = repr(obj[:24])
        return text if len(obj) <= 24 else text[:-1] + "..." + text[-1]
    name = getattr(obj, "__qualname__", None) or getattr(obj, "__name__", None) if kind in _NAMED else None
    if type(name) is str:
        return f"{kind.__name__} {name}"
    if kind in (list, dict, tuple, set, frozenset):
        return f"{kind.__name__} of {len(obj)}"
    return f"{kind.__qualname__} object"


_NAMED = (type, type(_name), type(len), type(__import__("sys")))


class Chain:
    """The references that lead from a root to an object: `links` are pairs of a label and an object."""

    def __init__(self, links):
        self.links = links

    def __bool__(self):
        return bool(self.links)

    def __str__(self):
        if not self.links:
            return "no root leads there: only native code, or a cycle that a collection has not freed yet, holds it"
        path = "".join(label for label, _ in self.links)
        lines = [path]
        lines.extend(f"  {label.strip() or '->':<28} {_name(obj)}" for label, obj in self.links)
        return "\n".join(lines)

    __repr__ = __str__


def why(obj):
    """The shortest chain of references from a root (a module, a local variable of an active call, a builtin class)."""
    return Chain(_why(obj))


def cycle(obj, limit=100_000):
    """The objects of a shortest cycle through `obj`, itself first, or None if there is none among `limit` objects."""
    parents = {}
    waiting = [obj]
    at = 0
    while at < len(waiting) and at < limit:
        current = waiting[at]
        at += 1
        for _, child in _edges(current):
            if child is obj:
                path = [current]
                while path[-1] is not obj:
                    path.append(parents[id(path[-1])])
                return path[::-1]
            # Modules and classes lead everywhere; cycles through them tell nothing.
            if id(child) not in parents and type(child) is not type(__import__("sys")) and not isinstance(child, type):
                parents[id(child)] = current
                waiting.append(child)
    return None


def _escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


_LEAVES = (int, float, bool, str, bytes, type(None), type, type(__import__("sys")))


def _neighbourhood(obj, depth, limit):
    """Objects around `obj` by distance, and the labelled references among them."""
    levels, known, links = [[obj]], {id(obj): (0, 0)}, []
    for distance in range(depth + 1):
        following = []
        for row, current in enumerate(levels[distance]):
            if isinstance(current, _LEAVES) and current is not obj:
                continue
            for label, child in _edges(current):
                if label == ".__class__" or label.startswith("key ") or not label and isinstance(child, type):
                    continue
                if id(child) not in known:
                    if distance == depth or len(known) >= limit:
                        continue
                    known[id(child)] = (distance + 1, len(following))
                    following.append(child)
                links.append((id(current), id(child), label))
        if not following:
            break
        levels.append(following)
    return levels, known, links


_STYLE = """
svg.heap { font: 12px ui-monospace, monospace; }
svg.heap .node rect { fill: var(--node, #eef3fa); stroke: var(--line, #4a6fa5); rx: 6; }
svg.heap .node.first rect { fill: var(--first, #ffe9c7); stroke: var(--mark, #c77700); }
svg.heap text { fill: var(--ink, #1a1a1a); }
svg.heap .ground { fill: var(--ground, #fcfcfb); }
svg.heap .label { paint-order: stroke; stroke: var(--ground, #fcfcfb); stroke-width: 4px; }
svg.heap .count, svg.heap .label { fill: var(--soft, #5a6472); font-size: 10px; }
svg.heap path.edge { fill: none; stroke: var(--line, #4a6fa5); marker-end: url(#arrow); }
svg.heap path.back { stroke: var(--mark, #c77700); }
@media (prefers-color-scheme: dark) {
  svg.heap { --ground: #15181d; --node: #202a38; --first: #46351a; --line: #7ea3d8; --ink: #e8e8e8; --soft: #a7b0bd; --mark: #f0a840; }
}
"""


def picture(obj, depth=3, limit=40):
    """The neighbourhood of `obj` as an SVG image: objects up to `depth` references away, `limit` of them at most, with
    reference counts on the nodes and the attribute, key or index on each edge."""
    import sys

    levels, known, links = _neighbourhood(obj, depth, limit)
    width, height, gap, space = 170, 44, 110, 44
    rows = max(map(len, levels))
    total_width = len(levels) * (width + gap) - gap + 60
    total_height = rows * (height + space) + 60

    def place(key):
        column, row = known[key]
        offset = (rows - len(levels[column])) * (height + space) / 2
        return 30 + column * (width + gap), 20 + offset + row * (height + space)

    def text(label, x, y, anchor):
        shown = _escape(label if len(label) < 22 else label[:20] + "..")
        return f'<text class="label" x="{x}" y="{y}" text-anchor="{anchor}">{shown}</text>'

    # References to the right go behind the nodes; those back run below them, before the nodes, each with its label where
    # it leaves.
    behind, before, labels, leaving = [], [], [], {}
    for source, target, label in links:
        if target not in known:
            continue
        (x1, y1), (x2, y2) = place(source), place(target)
        if known[target][0] > known[source][0]:
            x1, y1, y2 = x1 + width, y1 + height / 2, y2 + height / 2
            middle = (x1 + x2) / 2
            behind.append(f'<path class="edge" d="M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"/>')
            if label:
                labels.append(text(label, middle + (x2 - x1) / 8, y1 + (y2 - y1) * 0.7 - 4, "middle"))
        else:
            turn = leaving[source] = leaving.get(source, -1) + 1
            x1, y1 = x1 + width / 2 + 14 * turn, y1 + height
            x2, y2 = x2 + width / 2 - 14, y2 + height
            low = max(y1, y2) + 26 + 9 * turn
            before.append(f'<path class="edge back" d="M{x1} {y1}C{x1} {low} {x2} {low} {x2} {y2}"/>')
            if label:
                labels.append(text(label, x1 + 8, y1 + 13 + 11 * turn, "start"))
    nodes = []
    for level in levels:
        for each in level:
            x, y = place(id(each))
            first = " first" if each is obj else ""
            # Those of this function: the level's list, the loop variable, the argument.
            count = sys.getrefcount(each) - 3 - (2 if each is obj else 0)
            size = _size(sys.getsizeof(each, 0))
            shown = f"{count} reference{'s' if count != 1 else ''}, {size}" if count < 1 << 30 else "immortal"
            nodes.append(
                f'<g class="node{first}"><rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6"/>'
                f'<text x="{x + 8}" y="{y + 18}">{_escape(_name(each)[:22])}</text>'
                f'<text class="count" x="{x + 8}" y="{y + 35}">{shown}</text></g>'
            )
    parts = [
        f'<svg class="heap" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total_width} {total_height}" '
        f'width="{total_width}" height="{total_height}"><style>{_STYLE}</style>',
        '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0L8 4L0 8z" fill="#7a8698"/></marker></defs>',
        f'<rect class="ground" width="{total_width}" height="{total_height}" rx="8"/>',
        *behind, *nodes, *before, *labels,
    ]
    parts.append("</svg>")
    return "".join(parts)


def log():
    """The collections so far, oldest first: dicts."""
    names = (
        "generation", "trigger", "scanned", "collected", "uncollectable", "microseconds", "bytes_before", "bytes_after",
        "containers_made",
    )
    return [dict(zip(names, row)) for row in _log()]


def timeline():
    """Samples of the bytes in use: (seconds, containers made, bytes, generation of the collection that ended, or None)."""
    return _timeline()


def _log_text(limit=15):
    rows = log()
    lines = [f"{'generation':<11}{'trigger':<11}{'scanned':>9}{'freed':>9}{'us':>10}{'bytes freed':>14}"]
    for row in rows[-limit:]:
        freed = row["bytes_before"] - row["bytes_after"]
        lines.append(
            f"{row['generation']:<11}{row['trigger']:<11}{row['scanned']:>9,}{row['collected']:>9,}"
            f"{row['microseconds']:>10,.0f}{freed:>14,}"
        )
    if len(rows) > limit:
        lines.append(f"({len(rows) - limit} earlier collections)")
    return "\n".join(lines)


def _text():
    now = snapshot()
    facts = now.figures
    head = (
        f"heap: {facts['bytes']:,} bytes in {facts['blocks']:,} blocks, peak {facts['peak']:,}; "
        f"{facts['arenas']} arenas of {_size(facts['arena_bytes'])}, {facts['large_blocks']:,} large blocks "
        f"({facts['large_bytes']:,} bytes); {now.fragmentation():.0%} of the pools in use is free\n"
    )
    return "\n".join([head, type_table(), "", heap_map(), "", _log_text(), ""])


_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Heap report</title>
<meta name="viewport" content="width=device-width"><style>
:root { color-scheme: light dark; --ink: #1a1a1a; --soft: #5a6472; --back: #fcfcfb; --line: #d5dae1; --bar: #4a6fa5; --mark: #c77700; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --soft: #a7b0bd; --back: #15181d; --line: #333a45; --bar: #7ea3d8; --mark: #f0a840; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--back); max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 2.2rem; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
td, th { padding: .15rem .8rem; border-bottom: 1px solid var(--line); text-align: right; } td:first-child, th:first-child { text-align: left; }
.scroll { max-height: 32rem; overflow: auto; } .scroll th { position: sticky; top: 0; background: var(--back); }
th { cursor: pointer; } small, .soft { color: var(--soft); } svg { max-width: 100%%; }
rect.pool { stroke: var(--back); } text { fill: var(--soft); font-size: 11px; }
</style><h1>Heap report</h1>%s<script>
for (const table of document.querySelectorAll("table")) table.querySelectorAll("th").forEach((head, column) => head.onclick = () => {
  const rows = [...table.querySelectorAll("tr")].slice(1);
  const value = row => { const text = row.cells[column].textContent.replace(/,/g, ""); return isNaN(parseFloat(text)) ? text : parseFloat(text); };
  rows.sort((a, b) => value(a) < value(b) ? 1 : -1).forEach(row => table.append(row));
});
</script></html>
"""


def _table(head, rows):
    cells = "".join(f"<th>{name}</th>" for name in head)
    lines = "".join("<tr>" + "".join(f"<td>{_escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<div class=scroll><table><tr>{cells}</tr>{lines}</table></div>"


def _map_svg(limit=4000):
    cells = []
    rows = _pools()
    for arena, index, kind, size, live, capacity in rows[:limit]:
        x, y = (arena % 4) * 250 + index * 15, (arena // 4) * 20
        share = live / capacity if capacity else 0
        colour = "var(--line)" if kind == "unused" else "var(--bar)" if kind == "object" else "var(--mark)"
        opacity = 0.35 if kind == "unused" else 0.15 + 0.85 * share
        tip = "unused" if kind == "unused" else f"{kind} pool, {live} of {capacity} blocks of {size} bytes"
        cells.append(
            f'<rect class="pool" x="{x}" y="{y}" width="14" height="16" fill="{colour}" fill-opacity="{opacity:.2f}">'
            f"<title>arena {arena}, pool {index}: {tip}</title></rect>"
        )
    height = (max((row[0] for row in rows[:limit]), default=0) // 4 + 1) * 20
    note = f"<p class=soft>The first {limit} of {len(rows)} pools.</p>" if len(rows) > limit else ""
    return f'<svg viewBox="0 0 1000 {height}" width="1000" height="{height}">{"".join(cells)}</svg>{note}'


def _timeline_svg():
    samples = timeline()
    if len(samples) < 2:
        return "<p class=soft>Too few samples.</p>"
    last, most = samples[-1][0] or 1, max(sample[2] for sample in samples) or 1
    points = [(20 + 960 * seconds / last, 180 - 160 * size / most) for seconds, _, size, _ in samples]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    peak = max(range(len(samples)), key=lambda i: samples[i][2])
    marks = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{2 + sample[3]}" fill="var(--mark)"><title>collection of generation {sample[3]}'
        f", {sample[2]:,} bytes</title></circle>"
        for (x, y), sample in zip(points, samples)
        if sample[3] is not None
    )
    x, y = points[peak]
    return (
        f'<svg viewBox="0 0 1000 200" width="1000" height="200"><polyline points="{line}" fill="none" stroke="var(--bar)" '
        f'stroke-width="1.5"/>{marks}<text x="{min(x, 880):.0f}" y="{max(y - 6, 10):.0f}">peak {_size(samples[peak][2])}</text>'
        f'<text x="20" y="196">0 s</text><text x="940" y="196">{last:.2f} s</text></svg>'
    )


def _html():
    now = snapshot()
    facts = now.figures
    parts = [
        f"<p><b>{facts['bytes']:,}</b> bytes in {facts['blocks']:,} blocks; peak {facts['peak']:,}. "
        f"{facts['arenas']} arenas of {_size(facts['arena_bytes'])}; {facts['large_blocks']:,} large blocks with "
        f"{facts['large_bytes']:,} bytes; {now.fragmentation():.0%} of the pools in use is free.</p>",
        "<h2>Types</h2>",
        _table(["type", "objects", "bytes", "growth", "bytes grown"], [
            (name, f"{count:,}", f"{size:,}", _signed(more), _signed(bigger))
            for name, count, size, more, bigger in list(_type_rows())[:300]
        ]),
        "<h2>Bytes over time</h2><p class=soft>Dots are collections, larger for older generations.</p>",
        _timeline_svg(),
        "<h2>Arenas and pools</h2><p class=soft>One cell a pool of 64 KiB, the fuller the stronger: "
        "<b style='color:var(--bar)'>objects</b> and <b style='color:var(--mark)'>buffers</b> have pools of their own.</p>",
        _map_svg(),
        "<h2>Collections</h2><p class=soft>The last 300, newest first.</p>",
        _table(["generation", "trigger", "scanned", "freed", "uncollectable", "microseconds", "bytes before", "bytes after"], [
            (row["generation"], row["trigger"], f"{row['scanned']:,}", f"{row['collected']:,}", row["uncollectable"],
             f"{row['microseconds']:,.0f}", f"{row['bytes_before']:,}", f"{row['bytes_after']:,}")
            for row in reversed(log()[-300:])
        ]),
    ]
    return _PAGE % "\n".join(parts)


def report(path=None):
    """The whole report: as text if `path` is None, printed if it is "-", else written to a file, as HTML if its name
    ends in .html."""
    if path is None:
        return _text()
    if path == "-":
        print(_text())
        return None
    text = _html() if str(path).endswith((".html", ".htm")) else _text()
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return None
