//! Clocks and `sleep`.

use crate::heap::Object;
use crate::layout::StrBody;
use crate::object::{Result, Runtime};
use crate::types::exception::os_error;
use nix::sys::time::TimeSpec;
use nix::time::{ClockId, ClockNanosleepFlags, clock_getres, clock_gettime, clock_nanosleep, clock_settime};
use std::time::Duration;

/// The time of day.
pub const REALTIME: i32 = 0;
/// Time that never goes back.
pub const MONOTONIC: i32 = 1;
/// CPU time of the process.
pub const PROCESS: i32 = 2;
/// CPU time of the thread.
pub const THREAD: i32 = 3;

/// The names of the clocks.
pub const CONSTANTS: &[(&str, i32)] = &[
    ("CLOCK_REALTIME", REALTIME),
    ("CLOCK_MONOTONIC", MONOTONIC),
    ("CLOCK_PROCESS_CPUTIME_ID", PROCESS),
    ("CLOCK_THREAD_CPUTIME_ID", THREAD),
    ("CLOCK_MONOTONIC_RAW", 4),
    ("CLOCK_BOOTTIME", 7),
    ("CLOCK_TAI", 11),
];

/// A clock's time in nanoseconds.
fn read(rt: &mut Runtime, id: i32) -> Result<i64> {
    match clock_gettime(ClockId::from_raw(id)) {
        Ok(time) => Ok(time.tv_sec() * 1_000_000_000 + time.tv_nsec()),
        Err(error) => Err(os_error(rt, &error.into())),
    }
}

/// A clock's time as an int.
pub fn nanoseconds(rt: &mut Runtime, id: i32) -> Result {
    let now = read(rt, id)?;
    rt.new_int(now.into())
}

/// A clock's time as a float.
pub fn seconds(rt: &mut Runtime, id: i32) -> Result<f64> {
    Ok(read(rt, id)? as f64 / 1e9)
}

/// The present time in whole seconds, rounded down.
pub fn now(rt: &mut Runtime) -> Result<i64> {
    Ok(read(rt, REALTIME)?.div_euclid(1_000_000_000))
}

/// `clock_getres`.
pub fn resolution(rt: &mut Runtime, id: i32) -> Result<f64> {
    match clock_getres(ClockId::from_raw(id)) {
        Ok(time) => Ok(time.tv_sec() as f64 + time.tv_nsec() as f64 * 1e-9),
        Err(error) => Err(os_error(rt, &error.into())),
    }
}

/// Sets a clock to a number of seconds.
pub fn set(rt: &mut Runtime, id: i32, time: &Object) -> Result<()> {
    let nanoseconds = duration(rt, time)?;
    set_nanoseconds(rt, id, nanoseconds)
}

/// Sets a clock.
pub fn set_nanoseconds(rt: &mut Runtime, id: i32, nanoseconds: i64) -> Result<()> {
    let time = TimeSpec::new(nanoseconds.div_euclid(1_000_000_000), nanoseconds.rem_euclid(1_000_000_000));
    clock_settime(ClockId::from_raw(id), time).map_err(|error| os_error(rt, &error.into()))
}

/// A duration in nanoseconds, rounded up.
fn duration(rt: &mut Runtime, seconds: &Object) -> Result<i64> {
    let too_large = "timestamp too large to convert to C PyTime_t";
    if let Some(seconds) = rt.float_value(seconds) {
        if seconds.is_nan() {
            return Err(rt.value_error("Invalid value NaN (not a number)"));
        }
        let nanoseconds = (seconds * 1e9).ceil();
        if !(-9.2e18..=9.2e18).contains(&nanoseconds) {
            return Err(rt.overflow_error(too_large));
        }
        return Ok(nanoseconds as i64);
    }
    let int = rt.index_object(seconds)?;
    match Runtime::exact_i64(&int).and_then(|seconds| seconds.checked_mul(1_000_000_000)) {
        Some(nanoseconds) => Ok(nanoseconds),
        None => Err(rt.overflow_error(too_large)),
    }
}

/// Sleeps; Ctrl-C ends it.
pub fn sleep(rt: &mut Runtime, seconds: &Object) -> Result<()> {
    let length = duration(rt, seconds)?;
    if length < 0 {
        return Err(rt.value_error("sleep length must be non-negative"));
    }
    let end = read(rt, MONOTONIC)?.saturating_add(length);
    loop {
        rt.check_interrupts()?;
        let left = end - read(rt, MONOTONIC)?;
        if left <= 0 && length > 0 {
            return Ok(());
        }
        // In short pieces: a signal that comes just before a piece begins is noticed after it.
        let piece = Duration::from_nanos(left.clamp(0, 250_000_000) as u64);
        let _ = clock_nanosleep(ClockId::CLOCK_MONOTONIC, ClockNanosleepFlags::empty(), &piece.into());
        if length == 0 {
            return Ok(());
        }
    }
}

/// `get_clock_info`.
pub fn info(rt: &mut Runtime, name: &Object) -> Result {
    let Some(text) = name.cast::<StrBody>() else {
        let got = if name.is_none() { "None".to_owned() } else { rt.type_name(name) };
        return Err(rt.type_error(format!("get_clock_info() argument 1 must be str, not {got}")));
    };
    let (id, shown) = match &*text.to_rust() {
        "time" => (REALTIME, "CLOCK_REALTIME"),
        "monotonic" | "perf_counter" => (MONOTONIC, "CLOCK_MONOTONIC"),
        "process_time" => (PROCESS, "CLOCK_PROCESS_CPUTIME_ID"),
        "thread_time" => (THREAD, "CLOCK_THREAD_CPUTIME_ID"),
        _ => return Err(rt.value_error("unknown clock")),
    };
    let implementation = rt.new_str(&format!("clock_gettime({shown})"))?;
    let resolution = resolution(rt, id)?;
    let resolution = rt.new_float(resolution)?;
    let fields = [
        ("implementation", implementation.into()),
        ("monotonic", Object::bool(id != REALTIME)),
        ("adjustable", Object::bool(id == REALTIME)),
        ("resolution", resolution),
    ];
    crate::types::namespace::make(rt, &fields)
}
