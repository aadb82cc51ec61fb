//! `struct_time`: a tuple of nine with named parts, and two more that are attributes only.

use super::calendar::Fields;
use crate::heap::Object;
use crate::object::{Result, Runtime};
use crate::struct_sequence;
use crate::types::struct_sequence::{self as sequence, construct};

/// A record of a broken-down time.
pub fn make(rt: &mut Runtime, fields: &Fields, zone: &str, offset: i64) -> Result {
    let zone = rt.new_str(zone)?.into();
    let number = |n: i64| Object::int(n).unwrap_or(Object::NONE);
    let values = [
        number(fields.year),
        number(fields.month),
        number(fields.day),
        number(fields.hour),
        number(fields.minute),
        number(fields.second),
        number(fields.weekday),
        number(fields.yearday),
        number(fields.is_dst),
        zone,
        number(offset),
    ];
    sequence::make(rt, &TYPE, &values)
}

struct_sequence! {
    /// A broken-down time.
    pub static TYPE = "time" "struct_time", construct, "The time value as returned by gmtime(), localtime(), and strptime(), and\n accepted by asctime(), mktime() and strftime().  May be considered as a\n sequence of 9 integers.\n\n Note that several fields' values are not the same as those defined by\n the C language standard for struct tm.  For example, the value of the\n field tm_year is the actual year, not year - 1900.  See individual\n fields' descriptions for details.";
    items [
        "tm_year" "year, for example, 1993",
        "tm_mon" "month of year, range [1, 12]",
        "tm_mday" "day of month, range [1, 31]",
        "tm_hour" "hours, range [0, 23]",
        "tm_min" "minutes, range [0, 59]",
        "tm_sec" "seconds, range [0, 61])",
        "tm_wday" "day of week, range [0, 6], Monday is 0",
        "tm_yday" "day of year, range [1, 366]",
        "tm_isdst" "1 if summer time is in effect, 0 if not, and -1 if unknown",
    ]
    hidden [
        "tm_zone" "abbreviation of timezone name",
        "tm_gmtoff" "offset from UTC in seconds",
    ]
}
