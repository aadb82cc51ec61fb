"""Flame graphs: where time, instructions or bytes go, path of calls by path of calls.

    python -m flamegraph profile.prof out.html          what cProfile has saved
    python -m flamegraph a.folded out.svg               folded stacks
    python -m flamegraph --diff before.folded after.folded out.html

Graphs are written by the ending of the name: .svg, .html (with search and zoom), .folded or .txt (one path a line),
.json (for speedscope).
"""

import _profiling

__all__ = ["Node", "from_recording", "from_stats", "read_folded", "diff", "svg", "html", "folded", "speedscope", "write"]

UNITS = {"time": "nanoseconds", "instructions": "none", "bytes": "bytes"}


class Node:
    """A function at the end of a path of calls. `own` is its own share, `before` that of the run compared with."""

    def __init__(self, name):
        self.name = name
        self.own = 0
        self.before = 0
        self.total = 0
        self.total_before = 0
        self.children = {}

    def child(self, name):
        """The function of that name called from here."""
        found = self.children.get(name)
        if found is None:
            found = self.children[name] = Node(name)
        return found


class Graph:
    """All paths: the root's children are the outermost functions."""

    def __init__(self, metric, compared=False):
        self.metric = metric
        self.compared = compared
        self.root = Node("all")

    def finish(self):
        """Add up the totals, without recursion: paths may be long."""
        order = [self.root]
        for node in order:
            order.extend(node.children.values())
        for node in reversed(order):
            node.total = node.own + sum(child.total for child in node.children.values())
            node.total_before = node.before + sum(child.total_before for child in node.children.values())
        return self

    def paths(self):
        """All paths with what the last function did itself: (names, own, before)."""
        stack = [(self.root, ())]
        while stack:
            node, names = stack.pop()
            if names and (node.own or node.before):
                yield names, node.own, node.before
            for child in reversed(node.children.values()):
                stack.append((child, names + (child.name,)))


def short(file):
    """A file's name without its folders."""
    return file.rpartition("/")[2]


def from_recording(recording, metric="time"):
    """The graph of what _lines.stop() returns, for 'time', 'instructions' or 'bytes'."""
    codes, paths = recording[:2]
    column = {"time": 2, "instructions": 3, "bytes": 4}[metric]
    graph = Graph(metric)
    nodes = []
    for path in paths:
        parent = nodes[path[0]] if path[0] >= 0 else graph.root
        file, name, line, _ = codes[path[1]]
        node = parent.child(f"{name} ({short(file)}:{line})")
        node.own += path[column]
        nodes.append(node)
    return graph.finish()


def from_stats(stats):
    """The graph of a pstats.Stats, or of what makes one. A profile knows callers, not whole paths: the time of a
    function is divided among its callers by the time it took for each."""
    import pstats

    if not isinstance(stats, pstats.Stats):
        stats = pstats.Stats(stats)
    callees = {}
    for function, (_, _, _, _, callers) in stats.stats.items():
        for caller, figures in callers.items():
            callees.setdefault(caller, []).append((function, figures[2], figures[3]))
    graph = Graph("time")
    least = max(stats.total_tt, 1e-9) / 10000
    work = []
    for function, (_, _, own, total, callers) in stats.stats.items():
        if not any(caller != function for caller in callers):
            work.append((graph.root, function, own, total, ()))
    while work:
        parent, function, own, total, above = work.pop()
        node = parent.child(pstats.func_std_string(pstats.func_strip_path(function)))
        node.own += round(own * 1e9)
        whole = stats.stats[function][3]
        if function in above or len(above) > 200:
            continue
        share = total / whole if whole > 0 else 0
        for callee, own_there, total_there in callees.get(function, ()):
            if callee != function and total_there * share >= least:
                work.append((node, callee, own_there * share, total_there * share, above + (function,)))
    return graph.finish()


def read_folded(path, metric="time"):
    """The graph of a file of folded stacks."""
    graph = Graph(metric)
    for number, line in enumerate(_profiling.read_file(path).decode().splitlines(), 1):
        if not line.strip():
            continue
        names, _, count = line.rpartition(" ")
        if not names or not count.isdigit():
            raise ValueError(f"{path}:{number}: no folded stack: {line!r}")
        node = graph.root
        for name in names.split(";"):
            node = node.child(name)
        node.own += int(count)
    return graph.finish()


def _without_line(name):
    """`f (file.py:12)` without the number, which a change of the program moves."""
    head, colon, tail = name.rpartition(":")
    return head if colon and tail[:-1].isdigit() and tail.endswith(")") else name


def _moved(before, after):
    """Names of `before` whose function is elsewhere in its file in `after`, and their names there."""
    new = {name for names, _, _ in after.paths() for name in names}
    places = {}
    for name in new:
        places.setdefault(_without_line(name), []).append(name)
    moved = {}
    for name in {name for names, _, _ in before.paths() for name in names} - new:
        found = places.get(_without_line(name), ())
        # Several functions of one name cannot be told apart.
        if len(found) == 1:
            moved[name] = found[0]
    return moved


def diff(before, after):
    """The graph of `after`, which knows what each path was in `before`."""
    graph = Graph(after.metric, True)
    moved = _moved(before, after)
    for source, attribute in ((before, "before"), (after, "own")):
        for names, own, _ in source.paths():
            node = graph.root
            for name in names:
                node = node.child(moved.get(name, name) if source is before else name)
            setattr(node, attribute, getattr(node, attribute) + own)
    return graph.finish()


def folded(graph):
    """Folded stacks: one path a line, with what its last function did itself."""
    lines = [f"{';'.join(name.replace(';', ',') for name in names)} {own}" for names, own, _ in graph.paths() if own]
    return "\n".join(lines) + "\n"


def quote(text):
    """A string of JSON. Slashes before letters keep scripts whole."""
    out = []
    for character in text:
        if character in '"\\':
            out.append("\\" + character)
        elif character < " " or character in "<>&" or character > "~":
            code = ord(character)
            if code > 0xFFFF:
                code -= 0x10000
                out.append(f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}")
            else:
                out.append(f"\\u{code:04x}")
        else:
            out.append(character)
    return '"' + "".join(out) + '"'


def speedscope(graph, name="anthill"):
    """The graph as speedscope's JSON: a sampled profile with one weighted sample a path."""
    numbers = {}
    samples, weights = [], []
    for names, own, _ in graph.paths():
        if own:
            samples.append("[" + ",".join(str(numbers.setdefault(n, len(numbers))) for n in names) + "]")
            weights.append(str(own))
    frames = ",".join('{"name":' + quote(n) + "}" for n in numbers)
    total = graph.root.total
    return (
        '{"$schema":"https://www.speedscope.app/file-format-schema.json","exporter":"anthill",'
        f'"name":{quote(name)},"activeProfileIndex":0,"shared":{{"frames":[{frames}]}},'
        f'"profiles":[{{"type":"sampled","name":{quote(name)},"unit":"{UNITS[graph.metric]}","startValue":0,'
        f'"endValue":{total},"samples":[{",".join(samples)}],"weights":[{",".join(weights)}]}}]}}\n'
    )


def amount(graph, number):
    """A figure with its unit."""
    if graph.metric == "time":
        return f"{number / 1e6:,.3f} ms"
    return f"{number:,} {'bytes' if graph.metric == 'bytes' else 'instructions'}"


def colour(graph, node):
    """Warm for ordinary graphs; for differences red for more, blue for less."""
    if graph.compared:
        change = node.total - node.total_before
        part = min(1.0, abs(change) / max(1, node.total, node.total_before))
        light = round(235 - 130 * part)
        return f"rgb(235,{light},{light})" if change >= 0 else f"rgb({light},{light},235)"
    mark = sum((i + 1) * ord(character) for i, character in enumerate(node.name))
    return f"rgb({225 + mark % 30},{110 + mark % 97},{40 + mark % 53})"


def boxes(graph, width, least):
    """Rectangles: (node, depth, x, width), those narrower than `least` left out."""
    scale = width / max(1, graph.root.total)
    stack = [(graph.root, 0, 0.0)]
    while stack:
        node, depth, x = stack.pop()
        size = node.total * scale
        if size < least:
            continue
        yield node, depth, x, size
        for child in node.children.values():
            stack.append((child, depth + 1, x))
            x += child.total * scale


def hint(graph, node):
    """What hovering shows."""
    share = 100 * node.total / max(1, graph.root.total)
    text = f"{node.name}: {amount(graph, node.total)} ({share:.2f} %), own {amount(graph, node.own)}"
    if graph.compared:
        text += f", before {amount(graph, node.total_before)}"
    return text


def escape(text):
    """Text for XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def svg(graph, width=1200):
    """The graph as a picture; hovering shows the figures."""
    height = 18
    rows = list(boxes(graph, width, 0.3))[:6000]
    depth = max((row[1] for row in rows), default=0) + 1
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {depth * height + 30}" '
        'font-family="ui-monospace,monospace" font-size="11">',
        "<style>svg{background:#fff}.t{fill:#1b1f24}@media(prefers-color-scheme:dark){svg{background:#0d1117}"
        ".t{fill:#e6edf3}}rect{stroke:#0003;stroke-width:.5}rect:hover{stroke:#000;stroke-width:1.5}</style>",
        f'<text class="t" x="4" y="14">{escape(graph.metric)}: {escape(amount(graph, graph.root.total))}</text>',
    ]
    for node, level, x, size in rows:
        y = 24 + level * height
        out.append(
            f'<g><title>{escape(hint(graph, node))}</title><rect x="{x:.2f}" y="{y}" width="{size:.2f}" '
            f'height="{height - 1}" fill="{colour(graph, node)}"/>'
        )
        fits = int((size - 4) / 6.7)
        if fits >= 3:
            name = node.name if len(node.name) <= fits else node.name[: fits - 1] + "…"
            out.append(f'<text x="{x + 3:.2f}" y="{y + 12}" pointer-events="none">{escape(name)}</text>')
        out.append("</g>")
    out.append("</svg>\n")
    return "".join(out)


PAGE = """<!DOCTYPE html><html lang=en><head><meta charset=utf-8><meta name=viewport content="width=device-width">
<title>Flame graph: %(metric)s</title><style>
:root{--bg:#fff;--fg:#1b1f24;--dim:#6e7781;--line:#d8dee4}
@media(prefers-color-scheme:dark){:root{--bg:#0d1117;--fg:#e6edf3;--dim:#8b949e;--line:#30363d}}
body{background:var(--bg);color:var(--fg);font:14px system-ui,sans-serif;margin:1rem}
input,button{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--line);border-radius:6px;padding:.25rem .6rem}
#g{position:relative;margin-top:.8rem}#g div{position:absolute;height:17px;overflow:hidden;white-space:nowrap;font:11px/17px
ui-monospace,monospace;color:#1b1f24;border-radius:2px;box-sizing:border-box;text-indent:3px;border:1px solid #0002;cursor:pointer}
#g div:hover{border-color:#000}#g div.m{outline:2px solid #8250df}#g div.u{opacity:.55}#h{color:var(--dim);min-height:1.4em}
</style></head><body><h1 style="font-size:1.1rem">Flame graph: %(metric)s, %(total)s</h1>
<input id=q type=search placeholder="search functions"> <button id=r>reset zoom</button> <span id=f></span>
<p id=h>A click zooms in; the box above zooms out.</p><div id=g></div><script>
var D=%(data)s,T=%(metric_json)s,C=%(compared)s;
// Rows of D: name, parent, own, total, colour, total before. Parents stand before their children.
var kids=D.map(()=>[]),depth=D.map(()=>0);D.forEach((n,i)=>{if(n[1]>=0){kids[n[1]].push(i);depth[i]=depth[n[1]]+1}});
function amount(v){return T=='time'?(v/1e6).toLocaleString(undefined,{maximumFractionDigits:3})+' ms':v.toLocaleString()+' '+T}
var g=document.getElementById('g'),h=document.getElementById('h'),f=document.getElementById('f'),root=0,word='';
function hint(i){var n=D[i];return n[0]+': '+amount(n[3])+' ('+(100*n[3]/Math.max(1,D[0][3])).toFixed(2)+' %%), own '+
amount(n[2])+(C?', before '+amount(n[5]):'')}
function draw(){g.textContent='';var W=g.clientWidth,deepest=0,found=0,up=[],i=root;while(D[i][1]>=0){i=D[i][1];up.unshift(i)}
function box(i,x,w,y,u){var e=document.createElement('div');e.style.cssText='left:'+x+'px;width:'+Math.max(w,1)+'px;top:'+y*18+
'px;background:'+D[i][4];if(w>20)e.textContent=D[i][0];if(u)e.className='u';
if(word&&D[i][0].toLowerCase().includes(word)){e.classList.add('m')}
e.title=hint(i);e.onmouseenter=()=>h.textContent=hint(i);e.onclick=()=>{root=i;draw()};g.appendChild(e);deepest=Math.max(deepest,y)}
up.forEach((i,y)=>box(i,0,W,y,1));var s=[[root,0]],k=W/Math.max(1,D[root][3]);
while(s.length){var [i,x]=s.pop(),w=D[i][3]*k;if(w<.4)continue;box(i,x,w,depth[i]);kids[i].forEach(c=>{s.push([c,x]);x+=D[c][3]*k})}
if(word){var t=[[0,0]];while(t.length){var [i]=t.pop();if(D[i][0].toLowerCase().includes(word))found+=D[i][3];
else kids[i].forEach(c=>t.push([c]))}}
f.textContent=word?'found: '+(100*found/Math.max(1,D[0][3])).toFixed(1)+' %%':'';g.style.height=(deepest+1)*18+'px'}
document.getElementById('q').oninput=e=>{word=e.target.value.toLowerCase();draw()};
document.getElementById('r').onclick=()=>{root=0;draw()};onresize=draw;draw();
</script></body></html>
"""


def html(graph):
    """The graph as a page with search and zoom."""
    rows = []
    least = graph.root.total / 20000
    work = [(graph.root, -1)]
    for node, parent in work:
        number = len(rows)
        rows.append(
            f"[{quote(node.name)},{parent},{node.own},{node.total},{quote(colour(graph, node))},{node.total_before}]"
        )
        kept = [child for child in node.children.values() if child.total >= least]
        if len(work) < 12000:
            work.extend((child, number) for child in kept)
    return PAGE % {
        "metric": escape(graph.metric),
        "metric_json": quote(graph.metric),
        "total": escape(amount(graph, graph.root.total)),
        "compared": "true" if graph.compared else "false",
        "data": "[" + ",".join(rows) + "]",
    }


def write(graph, path):
    """Write the graph in the form that the path's ending asks for."""
    ending = path.rpartition(".")[2].lower()
    writers = {"svg": svg, "html": html, "htm": html, "folded": folded, "txt": folded, "json": speedscope}
    if ending not in writers:
        raise ValueError(f"{path}: flame graphs are .svg, .html, .folded, .txt or .json files")
    _profiling.write_file(path, writers[ending](graph).encode())


def read(path):
    """The graph of a saved profile or of folded stacks."""
    if path.endswith((".folded", ".txt")):
        return read_folded(path)
    return from_stats(path)


def main(arguments):
    """The command line."""
    if len(arguments) == 4 and arguments[0] == "--diff":
        write(diff(read(arguments[1]), read(arguments[2])), arguments[3])
    elif len(arguments) == 2 and not arguments[0].startswith("-"):
        write(read(arguments[0]), arguments[1])
    else:
        print(__doc__)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    return 0


if __name__ == "__main__":
    import sys

    try:
        sys.exit(main(sys.argv[1:]))
    except (OSError, ValueError, TypeError, EOFError, NotImplementedError) as error:
        sys.exit(f"flamegraph: {error}")
