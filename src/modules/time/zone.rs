//! The local time zone: the environment's `TZ`, else the system's.

use super::calendar::{Fields, seconds_from_fields};
use super::set;
use crate::layout::{StrBody, Tuple};
use crate::object::{Result, Runtime};
use crate::types::module::Module;
use tz::TimeZone;

/// The zone, once asked for.
#[derive(Default)]
struct Local(Option<TimeZone>);

/// What the local time differs from UTC by, and how that is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offset {
    /// Seconds east of UTC.
    pub seconds: i64,
    /// Whether it is daylight saving time.
    pub is_dst: bool,
    /// Its abbreviation.
    pub name: String,
}

/// Forgets the zone, so that it is looked for again.
pub fn reset(rt: &mut Runtime) {
    rt.extension::<Local>().0 = None;
}

/// `TZ`, which the program may have changed in `os.environ`.
fn variable(rt: &mut Runtime) -> Option<String> {
    let os = rt.intern("os");
    let Some(os) = rt.modules.clone().get_str(&rt.heap, &os).cloned() else { return std::env::var("TZ").ok() };
    let name = rt.new_str("TZ").ok()?;
    let environ = rt.get_attr_str(&os, "environ").ok()?;
    let value = rt.call_method(&environ, "get", &[name.into()]).ok()?;
    value.cast::<StrBody>().map(|text| text.to_rust().into_owned())
}

fn find(rt: &mut Runtime) -> TimeZone {
    let found = match variable(rt) {
        // As C's library has it, nothing means UTC.
        Some(text) => TimeZone::from_posix_tz(if text.is_empty() { "UTC0" } else { &text }),
        None => TimeZone::local(),
    };
    found.unwrap_or_else(|_| TimeZone::utc())
}

/// The local time's offset at a moment.
pub fn offset_at(rt: &mut Runtime, seconds: i64) -> Offset {
    if rt.extension::<Local>().0.is_none() {
        let zone = find(rt);
        rt.extension::<Local>().0 = Some(zone);
    }
    let zone = rt.extension::<Local>().0.get_or_insert_with(TimeZone::utc);
    match zone.find_local_time_type(seconds) {
        Ok(kind) => {
            let name = kind.time_zone_designation();
            let name = if name.is_empty() { "UTC" } else { name };
            Offset { seconds: kind.ut_offset().into(), is_dst: kind.is_dst(), name: name.to_owned() }
        }
        Err(_) => Offset { seconds: 0, is_dst: false, name: "UTC".to_owned() },
    }
}

/// The moment of a local time. Where a time exists twice or not at all, `is_dst` decides as in C's `mktime`.
pub fn moment_of(rt: &mut Runtime, fields: &Fields) -> i64 {
    let local = seconds_from_fields(fields);
    let before = offset_at(rt, local - 86_400);
    let after = offset_at(rt, local + 86_400);
    if fields.is_dst >= 0 {
        let wanted = fields.is_dst > 0;
        let mut candidates = vec![before.clone(), after.clone()];
        // The other kind of time may be in force only half a year away.
        for days in [91, 182, 273, -91, -182, -273] {
            candidates.push(offset_at(rt, local + days * 86_400));
        }
        if let Some(offset) = candidates.iter().find(|offset| offset.is_dst == wanted) {
            return local - offset.seconds;
        }
    }
    let fits = |rt: &mut Runtime, offset: &Offset| offset_at(rt, local - offset.seconds).seconds == offset.seconds;
    let offset = if fits(rt, &before) || !fits(rt, &after) { before } else { after };
    local - offset.seconds
}

/// Sets `timezone`, `altzone`, `daylight` and `tzname`, from the zone's offsets in January and July.
pub fn publish(rt: &mut Runtime, module: &Module) -> Result<()> {
    const YEAR: i64 = (365 * 24 + 6) * 3600;
    let now = super::clock::now(rt)?;
    let start = now / YEAR * YEAR;
    let (january, july) = (offset_at(rt, start), offset_at(rt, start + YEAR / 2));
    // South of the equator winter is in July.
    let (standard, other) = if january.seconds > july.seconds { (&july, &january) } else { (&january, &july) };
    for (name, value) in [
        ("timezone", -standard.seconds),
        ("altzone", -other.seconds),
        ("daylight", i64::from(january.seconds != july.seconds)),
    ] {
        let value = rt.new_int(value.into())?;
        set(rt, module, name, value)?;
    }
    let names = [rt.new_str(&standard.name)?.into(), rt.new_str(&other.name)?.into()];
    let names = Tuple::from_array(&rt.heap, names)?;
    set(rt, module, "tzname", names.into())
}
