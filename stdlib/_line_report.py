"""The line view: what each source line cost, as text or as a page of HTML.

It shows what _lines.stop() returns.
"""

import _profiling

FIELDS = ("hits", "nanoseconds", "instructions", "allocated", "freed", "peak", "inclusive", "usage")


def lines_by_file(recording):
    """{file: {line: figures}} of a recording; lines of several code objects are added up."""
    files = {}
    for file, _, _, lines in recording[0]:
        table = files.setdefault(file, {})
        for number, *figures in lines:
            before = table.get(number)
            if before is not None:
                largest = max(before[5], figures[5])
                figures = [a + b for a, b in zip(before, figures)]
                figures[5] = largest
            table[number] = figures
    return files


def source_lines(file):
    """The lines of a file; none if it cannot be read."""
    import _prompt

    typed = _prompt.source(file)
    if typed is not None:
        return typed.splitlines()
    try:
        return _profiling.read_file(file).decode("utf-8", "replace").splitlines()
    except OSError:
        return []


def shown_files(files):
    """The files of a program, not those of the library, the costliest first; all if there are no others."""
    own = [file for file in files if not file.startswith("<")]
    return sorted(own or files, key=lambda file: -sum(figures[2] for figures in files[file].values()))


def only_functions(recording, names):
    """The recording with the codes of these names only: functions as qualified names, or as bare ones."""
    codes = [code for code in recording[0] if code[1] in names or code[1].rpartition(".")[2] in names]
    return (codes, *recording[1:])


def hottest(table, column):
    """The lines that take a tenth or more of a column's sum."""
    total = sum(figures[column] for figures in table.values())
    return {number for number, figures in table.items() if total and figures[column] * 10 >= total}


def text_report(recording):
    """The line view as text. A star marks lines that take a tenth or more of the instructions."""
    files = lines_by_file(recording)
    out = []
    for file in shown_files(files):
        table = files[file]
        sums = [sum(column) for column in zip(*table.values())]
        out.append(f"File: {file}")
        out.append(
            f"Sums: {sums[1] / 1e9:.6f} s, {sums[2]:,} instructions, {sums[3]:,} bytes allocated, {sums[4]:,} freed"
        )
        out.append("")
        out.append(
            f"{'Line':>6} {'Hits':>10} {'Time ms':>12} {'Instructions':>14} {'Allocated':>13} {'Freed':>13} "
            f"{'Net':>13} {'Peak':>13}  Source"
        )
        out.append("=" * 120)
        hot = hottest(table, 2)
        source = source_lines(file)
        last = max(max(table), len(source))
        for number in range(1, last + 1):
            text = source[number - 1] if number <= len(source) else ""
            figures = table.get(number)
            if figures is None:
                out.append(f"{number:>6} {'':>94}   {text}".rstrip())
                continue
            hits, time, instructions, allocated, freed, peak, *_ = figures
            mark = "*" if number in hot else " "
            out.append(
                f"{number:>6} {hits:>10,} {time / 1e6:>12.3f} {instructions:>14,} {allocated:>13,} {freed:>13,} "
                f"{allocated - freed:>+13,} {peak:>13,} {mark} {text}".rstrip()
            )
        out.append("")
    return "\n".join(out) + "\n"


def escape(text):
    """Text for HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


STYLE = """
:root{--bg:#fff;--fg:#1b1f24;--dim:#6e7781;--line:#d8dee4;--head:#f6f8fa;--heat:255,120,40}
@media(prefers-color-scheme:dark){:root{--bg:#0d1117;--fg:#e6edf3;--dim:#8b949e;--line:#30363d;--head:#161b22;--heat:255,110,50}}
body{background:var(--bg);color:var(--fg);font:14px/1.5 system-ui,sans-serif;margin:1.5rem}
h2{font-size:1rem;margin:2rem 0 .3rem}p{color:var(--dim);margin:.2rem 0 .6rem}
.bar{position:sticky;top:0;background:var(--bg);padding:.5rem 0;z-index:2}
button,input{font:inherit;color:inherit;background:var(--head);border:1px solid var(--line);border-radius:6px;padding:.2rem .7rem}
button.on{border-color:rgb(var(--heat));font-weight:600}
table{border-collapse:collapse;width:100%;font:12px/1.45 ui-monospace,monospace}
th{position:sticky;top:3rem;background:var(--head);text-align:right;padding:.25rem .6rem;border-bottom:1px solid var(--line)}
td{text-align:right;padding:0 .6rem;white-space:pre}td.s,th.s{text-align:left}td.n{color:var(--dim)}
tr.q td{color:var(--dim)}tr.x{display:none}tr:hover td{background:var(--head)}
"""

SCRIPT = """
var cols=['hits','time','instructions','allocated','freed','net','peak'];
function heat(c){document.querySelectorAll('button[data-c]').forEach(b=>b.classList.toggle('on',b.dataset.c==c));
document.querySelectorAll('table').forEach(t=>{var r=[...t.querySelectorAll('tr[data-v]')],i=cols.indexOf(c);
var v=r.map(e=>Math.max(0,+e.dataset.v.split(',')[i])),m=Math.max(1,...v);
r.forEach((e,k)=>e.style.background='rgba(var(--heat),'+(.55*v[k]/m).toFixed(3)+')')})}
function find(q){q=q.toLowerCase();document.querySelectorAll('tbody tr').forEach(e=>
e.classList.toggle('x',q&&!e.lastChild.textContent.toLowerCase().includes(q)))}
var at=-1;function hottest(){var c=document.querySelector('button.on').dataset.c,i=cols.indexOf(c);
var r=[...document.querySelectorAll('tr[data-v]')].sort((a,b)=>b.dataset.v.split(',')[i]-a.dataset.v.split(',')[i]);
at=(at+1)%r.length;r[at].scrollIntoView({block:'center'})}
heat('instructions');
"""


# What the rows of a page may take, in characters: with them it stays below two megabytes.
ROOM = 1_800_000


def html_rows(table, source):
    """(weight, row) of each line of a file. The weight is the greatest share in any figure of the file's sum."""
    sums = [max(1, sum(column)) for column in zip(*table.values())]
    rows = []
    for number in range(1, max(max(table), len(source)) + 1):
        text = escape(source[number - 1]) if number <= len(source) else ""
        figures = table.get(number)
        if figures is None:
            rows.append((0, f"<tr class=q><td class=n>{number}<td><td><td><td><td><td><td><td class=s>{text}"))
            continue
        hits, time, instructions, allocated, freed, peak, *_ = figures
        net = allocated - freed
        weight = max(figure / whole for figure, whole in zip(figures[:5], sums))
        rows.append((weight, (
            f'<tr data-v="{hits},{time},{instructions},{allocated},{freed},{net},{peak}"><td class=n>{number}'
            f"<td>{hits:,}<td>{time / 1e6:.3f}<td>{instructions:,}<td>{allocated:,}<td>{freed:,}"
            f"<td>{net:+,}<td>{peak:,}<td class=s>{text}"
        )))
    return rows


def fitting(rows, room):
    """The rows that there is room for, the hottest before others; a row for each stretch that is left out."""
    if sum(len(row) for _, row in rows) <= room:
        return [row for _, row in rows]
    kept = set()
    for index in sorted(range(len(rows)), key=lambda index: -rows[index][0]):
        # Beside a row that is kept there may be one that tells of a gap.
        room -= len(rows[index][1]) + 60
        if room < 0:
            break
        kept.add(index)
    out = []
    left_out = 0
    for index, (_, row) in enumerate(rows):
        if index not in kept:
            left_out += 1
            continue
        if left_out:
            out.append(f"<tr class=q><td colspan=8><td class=s>({left_out:,} cooler lines)")
            left_out = 0
        out.append(row)
    if left_out:
        out.append(f"<tr class=q><td colspan=8><td class=s>({left_out:,} cooler lines)")
    return out


def html_report(recording, title="Line view"):
    """The line view as a page."""
    files = lines_by_file(recording)
    shown = {file: html_rows(files[file], source_lines(file)) for file in shown_files(files)}
    whole = sum(len(row) for rows in shown.values() for _, row in rows)
    out = [
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8>",
        f"<meta name=viewport content='width=device-width'><title>{escape(title)}</title>",
        f"<style>{STYLE}</style></head><body><h1>{escape(title)}</h1>",
        "<div class=bar>Heat: ",
    ]
    for column in ("hits", "time", "instructions", "allocated", "freed", "net", "peak"):
        out.append(f"<button data-c={column} onclick=\"at=-1;heat('{column}')\">{column}</button> ")
    out.append("<button onclick=hottest()>next hottest</button> ")
    out.append("<input type=search placeholder='search the source' oninput=find(this.value)></div>")
    for file, rows in shown.items():
        sums = [sum(column) for column in zip(*files[file].values())]
        out.append(f"<h2>{escape(file)}</h2><p>{sums[1] / 1e9:.6f} s, {sums[2]:,} instructions, ")
        out.append(f"{sums[3]:,} bytes allocated, {sums[4]:,} freed</p><table><thead><tr><th>line<th>hits<th>time ms")
        out.append("<th>instructions<th>allocated<th>freed<th>net<th>peak<th class=s>source</thead><tbody>")
        share = sum(len(row) for _, row in rows) / max(1, whole)
        out.extend(fitting(rows, ROOM if whole <= ROOM else ROOM * share))
        out.append("</tbody></table>")
    out.append(f"<script>{SCRIPT}</script></body></html>\n")
    return "".join(out)


def write(recording, path, functions=None):
    """Write the line view to a file: HTML, or text if the path is '-' (standard output) or ends in .txt."""
    if functions:
        recording = only_functions(recording, functions)
    if path == "-":
        print(text_report(recording), end="")
    elif path.endswith(".txt"):
        _profiling.write_file(path, text_report(recording).encode())
    else:
        _profiling.write_file(path, html_report(recording).encode())


def report(recording, lines, functions, flame, metric):
    """What the interpreter's options --lines and --flame ask for."""
    if lines:
        write(recording, lines, functions.split(",") if functions else None)
    if flame:
        import flamegraph

        flamegraph.write(flamegraph.from_recording(recording, metric or "time"), flame)
