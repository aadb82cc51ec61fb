//! Between seconds, records and plain texts.

use super::calendar::{DAYS, Fields, MONTHS, fields_from_seconds};
use super::{clock, record, zone};
use crate::base::bigint;
use crate::heap::Object;
use crate::layout::TupleBody;
use crate::object::{Raised, Result, Runtime};

#[cold]
fn out_of_range(rt: &mut Runtime) -> Raised {
    rt.overflow_error("timestamp out of range for platform time_t")
}

/// Seconds from an argument: now without one, floats rounded down.
fn seconds(rt: &mut Runtime, argument: Option<&Object>) -> Result<i64> {
    let Some(argument) = argument.filter(|argument| !argument.is_none()) else { return clock::now(rt) };
    if let Some(seconds) = rt.float_value(argument) {
        if seconds.is_nan() {
            return Err(rt.value_error("Invalid value NaN (not a number)"));
        }
        let whole = seconds.floor();
        if !(-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&whole) {
            return Err(out_of_range(rt));
        }
        return Ok(whole as i64);
    }
    let int = rt.index_object(argument)?;
    match Runtime::exact_i64(&int) {
        Some(seconds) => Ok(seconds),
        None => Err(out_of_range(rt)),
    }
}

/// Breaks seconds down; years must fit 32 bits as in C.
fn fields(rt: &mut Runtime, seconds: i64) -> Result<Fields> {
    const LIMIT: i64 = 67_768_036_191_676_799;
    if !(-67_768_040_609_740_800..=LIMIT).contains(&seconds) {
        let error = std::io::Error::from_raw_os_error(75);
        return Err(crate::types::exception::os_error(rt, &error));
    }
    Ok(fields_from_seconds(seconds))
}

pub fn gmtime(rt: &mut Runtime, argument: Option<&Object>) -> Result {
    let seconds = seconds(rt, argument)?;
    let fields = fields(rt, seconds)?;
    record::make(rt, &fields, "GMT", 0)
}

/// The broken-down local time with its offset.
fn local(rt: &mut Runtime, seconds: i64) -> Result<(Fields, zone::Offset)> {
    let offset = zone::offset_at(rt, seconds);
    let mut fields = fields(rt, seconds.saturating_add(offset.seconds))?;
    fields.is_dst = offset.is_dst.into();
    Ok((fields, offset))
}

pub fn localtime(rt: &mut Runtime, argument: Option<&Object>) -> Result {
    let seconds = seconds(rt, argument)?;
    let (fields, offset) = local(rt, seconds)?;
    record::make(rt, &fields, &offset.name, offset.seconds)
}

/// The present local time, for functions called without one.
pub fn present(rt: &mut Runtime) -> Result<(Fields, zone::Offset)> {
    let now = clock::now(rt)?;
    local(rt, now)
}

/// The parts of a time tuple, as they are.
pub fn read(rt: &mut Runtime, argument: &Object, function: &str) -> Result<Fields> {
    let Some(tuple) = argument.cast::<TupleBody>() else {
        return Err(rt.type_error("Tuple or struct_time argument required"));
    };
    let mut numbers = [0i64; 9];
    if tuple.len() != numbers.len() {
        return Err(rt.type_error(format!("{function}(): illegal time tuple argument")));
    }
    for (place, item) in numbers.iter_mut().zip(tuple.items()) {
        let int = match rt.index_object(item) {
            Ok(int) => int,
            Err(raised) if rt.is_raised(&raised, crate::object::ClassId::TypeError) => {
                return Err(rt.type_error(format!("{function}(): illegal time tuple argument")));
            }
            Err(raised) => return Err(raised),
        };
        *place = match Runtime::exact_i64(&int).filter(|n| i32::try_from(*n).is_ok()) {
            Some(n) => n,
            None => {
                let below = crate::layout::int::as_int(&int).is_some_and(|n: bigint::IntRef<'_>| n.is_negative());
                let bound = if below { "less than minimum" } else { "greater than maximum" };
                return Err(rt.overflow_error(format!("signed integer is {bound}")));
            }
        };
    }
    let [year, month, day, hour, minute, second, weekday, yearday, is_dst] = numbers;
    Ok(Fields { year, month, day, hour, minute, second, weekday, yearday, is_dst })
}

/// Checks the ranges of the parts; zeros mean the first month, day, day of the year.
pub fn check(rt: &mut Runtime, fields: &mut Fields) -> Result<()> {
    for part in [&mut fields.month, &mut fields.day, &mut fields.yearday] {
        if *part == 0 {
            *part = 1;
        }
    }
    let checks = [
        (fields.month, 1, 12, "month"),
        (fields.day, 1, 31, "day of month"),
        (fields.hour, 0, 23, "hour"),
        (fields.minute, 0, 59, "minute"),
        (fields.second, 0, 61, "seconds"),
        (fields.weekday, -1, i64::MAX, "day of week"),
        (fields.yearday, 1, 366, "day of year"),
    ];
    for (part, least, most, name) in checks {
        if part < least || part > most {
            return Err(rt.value_error(format!("{name} out of range")));
        }
    }
    fields.weekday = fields.weekday.rem_euclid(7);
    fields.is_dst = fields.is_dst.clamp(-1, 1);
    Ok(())
}

fn text(fields: &Fields) -> String {
    let day = &DAYS[fields.weekday.rem_euclid(7) as usize][..3];
    let month = &MONTHS[(fields.month - 1).rem_euclid(12) as usize][..3];
    let Fields { year, day: number, hour, minute, second, .. } = fields;
    format!("{day} {month}{number:3} {hour:02}:{minute:02}:{second:02} {year}")
}

pub fn asctime(rt: &mut Runtime, argument: Option<&Object>) -> Result<String> {
    let fields = match argument {
        None => present(rt)?.0,
        Some(argument) => {
            let mut fields = read(rt, argument, "asctime")?;
            check(rt, &mut fields)?;
            fields
        }
    };
    Ok(text(&fields))
}

pub fn ctime(rt: &mut Runtime, argument: Option<&Object>) -> Result<String> {
    let seconds = seconds(rt, argument)?;
    Ok(text(&local(rt, seconds)?.0))
}

pub fn mktime(rt: &mut Runtime, argument: &Object) -> Result<f64> {
    let fields = read(rt, argument, "mktime")?;
    Ok(zone::moment_of(rt, &fields) as f64)
}
