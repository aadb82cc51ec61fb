"""The parser behind time.strptime: a format becomes a regular expression, its groups become a time."""

import re
import time

_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]
_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]


def _any_of(names):
    # Longer names first, so that none is taken for its own beginning.
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_PATTERNS = {
    "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])",
    "f": r"(?P<f>[0-9]{1,6})",
    "H": r"(?P<H>2[0-3]|[0-1]\d|\d)",
    "I": r"(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])",
    "G": r"(?P<G>\d\d\d\d)",
    "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])",
    "M": r"(?P<M>[0-5]\d|\d)",
    "S": r"(?P<S>6[0-1]|[0-5]\d|\d)",
    "U": r"(?P<U>5[0-3]|[0-4]\d|\d)",
    "W": r"(?P<W>5[0-3]|[0-4]\d|\d)",
    "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)",
    "w": r"(?P<w>[0-6])",
    "u": r"(?P<u>[1-7])",
    "y": r"(?P<y>\d\d)",
    "Y": r"(?P<Y>\d\d\d\d)",
    "z": r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))",
    "A": f"(?P<A>{_any_of(_DAYS)})",
    "a": f"(?P<a>{_any_of([name[:3] for name in _DAYS])})",
    "B": f"(?P<B>{_any_of(_MONTHS)})",
    "b": f"(?P<b>{_any_of([name[:3] for name in _MONTHS])})",
    "p": r"(?P<p>am|pm)",
    "%": "%",
}
_SHORT = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}

_cache = {}


def _zone_names():
    names = {"utc", "gmt", time.tzname[0].lower()}
    if time.daylight:
        names.add(time.tzname[1].lower())
    return names


def _regex(format):
    """The compiled expression of a format."""
    key = format, time.tzname
    found = _cache.get(key)
    if found is not None:
        return found
    parts = []
    position = 0
    has_day = has_year = False
    while position < len(format):
        character = format[position]
        if character == "%":
            position += 1
            if position == len(format):
                raise ValueError(f"stray % in format '{format}'")
            letter = format[position]
            has_day |= letter == "d"
            has_year |= letter in "YyGcx"
            if letter in _SHORT:
                # The longer format is read in its place.
                format = format[:position + 1] + _SHORT[letter] + format[position + 1:]
            elif letter == "Z":
                parts.append(f"(?P<Z>{_any_of(_zone_names())})")
            elif letter in _PATTERNS:
                parts.append(_PATTERNS[letter])
            else:
                raise KeyError(letter)
        elif character.isspace():
            while position + 1 < len(format) and format[position + 1].isspace():
                position += 1
            parts.append(r"\s+")
        else:
            parts.append(re.escape(character))
        position += 1
    if has_day and not has_year:
        import warnings

        warnings.warn(
            """\
Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647.""",
            DeprecationWarning,
            stacklevel=5,
        )
    if len(_cache) > 5:
        _cache.clear()
    expression = re.compile("".join(parts), re.IGNORECASE)
    if not (has_day and not has_year):
        _cache[key] = expression
    return expression


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _ordinal(year, month, day):
    """Days from the first day of year 1, which is day 1."""
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400 + _BEFORE_MONTH[month - 1] + day
    return days + 1 if month > 2 and _is_leap(year) else days


def _date(ordinal):
    year = max(1, ordinal * 400 // 146097)
    while ordinal > _ordinal(year, 12, 31):
        year += 1
    while ordinal < _ordinal(year, 1, 1):
        year -= 1
    month = 12
    while ordinal < _ordinal(year, month, 1):
        month -= 1
    return year, month, ordinal - _ordinal(year, month, 1) + 1


def _weekday(year, month, day):
    return (_ordinal(year, month, day) + 6) % 7


def _day_of_week(year, week, weekday, from_monday):
    """The day of the year that lies in a week counted from the year's first Sunday or Monday."""
    first = _weekday(year, 1, 1)
    if not from_monday:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    days_before_first_week = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + days_before_first_week + 7 * (week - 1) + weekday


def _month_lengths(year, month):
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    """The parts of a time (nine, zone name, offset), microseconds, and microseconds of the offset."""
    for index, argument in enumerate([data_string, format]):
        if not isinstance(argument, str):
            raise TypeError(f"strptime() argument {index} must be str, not {type(argument)}")
    try:
        expression = _regex(format)
    except KeyError as error:
        bad = error.args[0]
        raise ValueError(f"'{bad}' is a bad directive in format '{format}'") from None
    except re.error as error:
        raise re.error(str(error)) from None
    found = expression.match(data_string)
    if not found:
        raise ValueError(f"time data {data_string!r} does not match format {format!r}")
    if len(data_string) != found.end():
        raise ValueError(f"unconverted data remains: {data_string[found.end():]}")

    groups = found.groupdict()
    number = {name: int(value) for name, value in groups.items() if value and name in "dfHIGjmMSUWVwuyY" and name != "f"}
    year = number.get("Y")
    if "y" in number:
        year = number["y"] + (2000 if number["y"] <= 68 else 1900)
    iso_year = number.get("G")
    month = number.get("m", 1)
    day = number.get("d", 1)
    if groups.get("B"):
        month = _MONTHS.index(groups["B"].lower()) + 1
    elif groups.get("b"):
        month = [name[:3] for name in _MONTHS].index(groups["b"].lower()) + 1
    hour = number.get("H", 0)
    if "I" in number:
        hour = number["I"] % 12
        if (groups.get("p") or "").lower() == "pm":
            hour += 12
    fraction = int(groups["f"].ljust(6, "0")) if groups.get("f") else 0
    weekday = None
    if groups.get("A"):
        weekday = _DAYS.index(groups["A"].lower())
    elif groups.get("a"):
        weekday = [name[:3] for name in _DAYS].index(groups["a"].lower())
    elif "w" in number:
        weekday = (number["w"] - 1) % 7
    elif "u" in number:
        weekday = number["u"] - 1
    yearday = number.get("j")
    iso_week = number.get("V")
    week = number.get("U", number.get("W"))
    from_monday = "W" in number

    offset, offset_fraction = _offset(groups.get("z"))
    zone_flag = -1
    if groups.get("Z"):
        zone_flag = _zone_flag(groups["Z"].lower())

    if iso_year is not None:
        if yearday is not None:
            raise ValueError(
                "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead."
            )
        if iso_week is None or weekday is None:
            raise ValueError(
                "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                "directive ('%A', '%a', '%w', or '%u')."
            )
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError(
                "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                "directive ('%A', '%a', '%w', or '%u')."
            )
        raise ValueError(
            "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead."
        )

    leap_day_without_year = False
    if year is None and month == 2 and day == 29:
        year = 1904
        leap_day_without_year = True
    elif year is None:
        year = 1900

    if yearday is None and weekday is not None:
        if week is not None:
            yearday = _day_of_week(year, week, weekday, from_monday)
        elif iso_year is not None and iso_week is not None:
            if iso_week == 53 and not _has_week_53(iso_year):
                raise ValueError(f"Invalid week: {iso_week}")
            monday = _ordinal(iso_year, 1, 4) - _weekday(iso_year, 1, 4)
            year, month, day = _date(monday + (iso_week - 1) * 7 + weekday)
            yearday = _ordinal(year, month, day) - _ordinal(year, 1, 1) + 1
        if yearday is not None and yearday <= 0:
            year -= 1
            yearday += 366 if _is_leap(year) else 365
    if yearday is None:
        if day > _month_lengths(year, month):
            raise ValueError("day is out of range for month")
        yearday = _ordinal(year, month, day) - _ordinal(year, 1, 1) + 1
    else:
        year, month, day = _date(_ordinal(year, 1, 1) + yearday - 1)
    if weekday is None:
        weekday = _weekday(year, month, day)
    if leap_day_without_year:
        year = 1900
    parts = (
        year, month, day, hour, number.get("M", 0), number.get("S", 0), weekday, yearday, zone_flag,
        groups.get("Z"), offset,
    )
    return parts, fraction, offset_fraction


def _has_week_53(year):
    first = _weekday(year, 1, 1)
    return first == 3 or first == 2 and _is_leap(year)


def _offset(text):
    """Seconds and microseconds of an offset from UTC as text; None for none."""
    if not text:
        return None, 0
    if text == "Z":
        return 0, 0
    digits = text[1:]
    if digits[2] == ":":
        digits = digits[:2] + digits[3:]
        if len(digits) > 5:
            if digits[4] != ":":
                raise ValueError(f"Inconsistent use of : in {text}")
            digits = digits[:4] + digits[5:]
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
    fraction = int((digits[7:] or "0").ljust(6, "0"))
    return (-seconds, -fraction) if text[0] == "-" else (seconds, fraction)


def _zone_flag(name):
    standard, daylight = {"utc", "gmt", time.tzname[0].lower()}, {time.tzname[1].lower()}
    for value, names in enumerate((standard, daylight)):
        if name in names:
            # A name that both kinds of time have says nothing.
            if time.tzname[0] == time.tzname[1] and time.daylight and name not in ("utc", "gmt"):
                return -1
            return value
    return -1


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    """The time that a text means, as time.struct_time."""
    return time.struct_time(_strptime(data_string, format)[0])
