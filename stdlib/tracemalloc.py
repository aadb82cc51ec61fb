"""Traces of memory: which lines took what is in use."""

from _tracemalloc import *
from _tracemalloc import _get_object_traceback, _get_traces
from collections.abc import Sequence


# What a file with a snapshot begins with.
_FORMAT = "anthill snapshot 1"


def _format_size(size, sign):
    for unit in ("B", "KiB", "MiB", "GiB", "TiB"):
        if abs(size) < 100 and unit != "B":
            return f"{size:+.1f} {unit}" if sign else f"{size:.1f} {unit}"
        if abs(size) < 10 * 1024 or unit == "TiB":
            return f"{size:+.0f} {unit}" if sign else f"{size:.0f} {unit}"
        size /= 1024


class Statistic:
    """What blocks of one traceback take together."""

    __slots__ = ("traceback", "size", "count")

    def __init__(self, traceback, size, count):
        self.traceback = traceback
        self.size = size
        self.count = count

    def __hash__(self):
        return hash((self.traceback, self.size, self.count))

    def __eq__(self, other):
        if not isinstance(other, Statistic):
            return NotImplemented
        return (self.traceback, self.size, self.count) == (other.traceback, other.size, other.count)

    def __str__(self):
        text = f"{self.traceback}: size={_format_size(self.size, False)}, count={self.count}"
        if self.count:
            text += f", average={_format_size(self.size / self.count, False)}"
        return text

    def __repr__(self):
        return f"<Statistic traceback={self.traceback!r} size={self.size} count={self.count}>"

    def _sort_key(self):
        return self.size, self.count, self.traceback


class StatisticDiff:
    """The same for the difference of two snapshots."""

    __slots__ = ("traceback", "size", "size_diff", "count", "count_diff")

    def __init__(self, traceback, size, size_diff, count, count_diff):
        self.traceback = traceback
        self.size = size
        self.size_diff = size_diff
        self.count = count
        self.count_diff = count_diff

    def _fields(self):
        return self.traceback, self.size, self.size_diff, self.count, self.count_diff

    def __hash__(self):
        return hash(self._fields())

    def __eq__(self, other):
        if not isinstance(other, StatisticDiff):
            return NotImplemented
        return self._fields() == other._fields()

    def __str__(self):
        text = (
            f"{self.traceback}: size={_format_size(self.size, False)} ({_format_size(self.size_diff, True)}), "
            f"count={self.count} ({self.count_diff:+})"
        )
        if self.count:
            text += f", average={_format_size(self.size / self.count, False)}"
        return text

    def __repr__(self):
        return (
            f"<StatisticDiff traceback={self.traceback!r} size={self.size} ({self.size_diff:+}) "
            f"count={self.count} ({self.count_diff:+})>"
        )

    def _sort_key(self):
        return abs(self.size_diff), self.size, abs(self.count_diff), self.count, self.traceback


class Frame:
    """A place: file and line."""

    __slots__ = ("_frame",)

    def __init__(self, frame):
        self._frame = frame

    @property
    def filename(self):
        return self._frame[0]

    @property
    def lineno(self):
        return self._frame[1]

    def __eq__(self, other):
        return self._frame == other._frame if isinstance(other, Frame) else NotImplemented

    def __lt__(self, other):
        return self._frame < other._frame if isinstance(other, Frame) else NotImplemented

    def __le__(self, other):
        return self._frame <= other._frame if isinstance(other, Frame) else NotImplemented

    def __gt__(self, other):
        return self._frame > other._frame if isinstance(other, Frame) else NotImplemented

    def __ge__(self, other):
        return self._frame >= other._frame if isinstance(other, Frame) else NotImplemented

    def __hash__(self):
        return hash(self._frame)

    def __str__(self):
        return f"{self.filename}:{self.lineno}"

    def __repr__(self):
        return f"<Frame filename={self.filename!r} lineno={self.lineno!r}>"


class Traceback(Sequence):
    """Places from the oldest frame to the most recent one."""

    __slots__ = ("_frames", "_total_nframe")

    def __init__(self, frames, total_nframe=None):
        # What the tracer gives begins with the most recent frame.
        self._frames = tuple(reversed(frames))
        self._total_nframe = total_nframe

    @property
    def total_nframe(self):
        return self._total_nframe

    def __len__(self):
        return len(self._frames)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(Frame(frame) for frame in self._frames[index])
        return Frame(self._frames[index])

    def __contains__(self, frame):
        return frame._frame in self._frames

    def __hash__(self):
        return hash(self._frames)

    def __eq__(self, other):
        return self._frames == other._frames if isinstance(other, Traceback) else NotImplemented

    def __lt__(self, other):
        return self._frames < other._frames if isinstance(other, Traceback) else NotImplemented

    def __le__(self, other):
        return self._frames <= other._frames if isinstance(other, Traceback) else NotImplemented

    def __gt__(self, other):
        return self._frames > other._frames if isinstance(other, Traceback) else NotImplemented

    def __ge__(self, other):
        return self._frames >= other._frames if isinstance(other, Traceback) else NotImplemented

    def __str__(self):
        return str(self[0])

    def __repr__(self):
        text = f"<Traceback {tuple(self)}"
        return text + (">" if self._total_nframe is None else f" total_nframe={self.total_nframe}>")

    def format(self, limit=None, most_recent_first=False):
        """Lines like those of a traceback."""
        import linecache

        frames = self
        if limit is not None:
            frames = self[-limit:] if limit > 0 else self[:limit]
        lines = []
        for frame in reversed(frames) if most_recent_first else frames:
            lines.append(f'  File "{frame.filename}", line {frame.lineno}')
            source = linecache.getline(frame.filename, frame.lineno).strip()
            if source:
                lines.append("    " + source)
        return lines


def get_object_traceback(obj):
    """Where the block of an object was taken: a Traceback, or None."""
    frames = _get_object_traceback(obj)
    return None if frames is None else Traceback(frames)


class Trace:
    """A traced block."""

    __slots__ = ("_trace",)

    def __init__(self, trace):
        self._trace = trace

    @property
    def domain(self):
        return self._trace[0]

    @property
    def size(self):
        return self._trace[1]

    @property
    def traceback(self):
        return Traceback(*self._trace[2:])

    def __eq__(self, other):
        return self._trace == other._trace if isinstance(other, Trace) else NotImplemented

    def __hash__(self):
        return hash(self._trace)

    def __str__(self):
        return f"{self.traceback}: {_format_size(self.size, False)}"

    def __repr__(self):
        return f"<Trace domain={self.domain} size={_format_size(self.size, False)}, traceback={self.traceback!r}>"


class _Traces(Sequence):
    def __init__(self, traces):
        self._traces = tuple(traces)

    def __len__(self):
        return len(self._traces)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(Trace(trace) for trace in self._traces[index])
        return Trace(self._traces[index])

    def __contains__(self, trace):
        return trace._trace in self._traces

    def __eq__(self, other):
        return self._traces == other._traces if isinstance(other, _Traces) else NotImplemented

    def __repr__(self):
        return f"<Traces len={len(self)}>"


def _normalized(filename):
    import os

    filename = os.fspath(filename)
    return filename[:-1] if filename.endswith(".pyc") else filename


def _pattern(text):
    """A file name pattern (`*`, `?`, `[...]`) as a regular expression."""
    import re

    parts, at = [], 0
    while at < len(text):
        character = text[at]
        end = text.find("]", at + 2) if character == "[" else -1
        if character == "*":
            parts.append(".*")
        elif character == "?":
            parts.append(".")
        elif end > 0:
            inside = text[at + 1:end].replace("\\", "\\\\")
            parts.append(f"[{'^' + inside[1:] if inside[0] == '!' else inside}]")
            at = end
        else:
            parts.append(re.escape(character))
        at += 1
    return re.compile("(?s:" + "".join(parts) + r")\Z")


class BaseFilter:
    def __init__(self, inclusive):
        self.inclusive = inclusive


class Filter(BaseFilter):
    """Keeps (or leaves out) blocks by file name pattern and line."""

    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive)
        self._filename_pattern = _normalized(filename_pattern)
        self._compiled = _pattern(self._filename_pattern)
        self.lineno = lineno
        self.all_frames = all_frames
        self.domain = domain

    @property
    def filename_pattern(self):
        return self._filename_pattern

    def _matches(self, trace):
        domain, _, frames = trace[:3]
        if self.domain is not None and domain != self.domain:
            return False
        for filename, lineno in frames if self.all_frames else frames[:1]:
            if self._compiled.match(_normalized(filename)) and self.lineno in (None, lineno):
                return True
        return False


class DomainFilter(BaseFilter):
    """Keeps (or leaves out) blocks by domain."""

    def __init__(self, inclusive, domain):
        super().__init__(inclusive)
        self._domain = domain

    @property
    def domain(self):
        return self._domain

    def _matches(self, trace):
        return trace[0] == self._domain


class Snapshot:
    """The traced blocks at one moment."""

    def __init__(self, traces, traceback_limit):
        self.traces = _Traces(traces)
        self.traceback_limit = traceback_limit

    def dump(self, filename):
        """Writes the snapshot to a file."""
        import marshal
        numbers, rows = {}, []
        for domain, size, *traceback in self.traces._traces:
            rows.append((domain, size, numbers.setdefault(tuple(traceback), len(numbers))))
        with open(filename, "wb") as file:
            marshal.dump((_FORMAT, self.traceback_limit, list(numbers), rows), file)

    @staticmethod
    def load(filename):
        """Reads a snapshot that dump() wrote."""
        import marshal
        with open(filename, "rb") as file:
            content = marshal.load(file)
        if not isinstance(content, tuple) or content[:1] != (_FORMAT,):
            raise ValueError(f"{filename!r} holds no snapshot")
        _, limit, tracebacks, rows = content
        return Snapshot([(domain, size, *tracebacks[number]) for domain, size, number in rows], limit)

    def filter_traces(self, filters):
        """A snapshot with the traces that some inclusive filter matches (or all, without such) and no exclusive one."""
        if not hasattr(filters, "__iter__"):
            raise TypeError(f"filters must be a list of filters, not {type(filters).__name__}")
        wanted = [each for each in filters if each.inclusive]
        unwanted = [each for each in filters if not each.inclusive]
        traces = [
            trace for trace in self.traces._traces
            if (not wanted or any(each._matches(trace) for each in wanted))
            and not any(each._matches(trace) for each in unwanted)
        ]
        return Snapshot(traces, self.traceback_limit)

    def _grouped(self, key_type, cumulative):
        if key_type not in ("traceback", "filename", "lineno"):
            raise ValueError(f"unknown key_type: {key_type!r}")
        if cumulative and key_type not in ("lineno", "filename"):
            raise ValueError(f"cumulative mode cannot by used with key type {key_type!r}")
        tracebacks, found = {}, {}
        for trace in self.traces._traces:
            size, frames = trace[1], trace[2]
            if key_type == "traceback":
                keys = [(frames, None)]
            else:
                places = frames if cumulative else frames[:1]
                if key_type == "filename":
                    places = [(filename, 0) for filename, _ in places]
                # A block counts once for a place, however often its traceback passes there.
                keys = [((place,), None) for place in dict.fromkeys(places)]
            for key in keys:
                traceback = tracebacks.get(key)
                if traceback is None:
                    traceback = tracebacks[key] = Traceback(*key)
                statistic = found.get(traceback)
                if statistic is None:
                    found[traceback] = Statistic(traceback, size, 1)
                else:
                    statistic.size += size
                    statistic.count += 1
        return found

    def statistics(self, key_type, cumulative=False):
        """Statistics by 'lineno', 'filename' or 'traceback', largest first."""
        found = list(self._grouped(key_type, cumulative).values())
        found.sort(reverse=True, key=Statistic._sort_key)
        return found

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        """The differences from an older snapshot, largest first."""
        new = self._grouped(key_type, cumulative)
        old = old_snapshot._grouped(key_type, cumulative)
        found = []
        for traceback, statistic in new.items():
            before = old.pop(traceback, None)
            size, count = (0, 0) if before is None else (before.size, before.count)
            found.append(
                StatisticDiff(traceback, statistic.size, statistic.size - size, statistic.count, statistic.count - count)
            )
        for traceback, before in old.items():
            found.append(StatisticDiff(traceback, 0, -before.size, 0, -before.count))
        found.sort(reverse=True, key=StatisticDiff._sort_key)
        return found


def take_snapshot():
    """The traced blocks as they are now."""
    if not is_tracing():
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    return Snapshot(_get_traces(), get_traceback_limit())
