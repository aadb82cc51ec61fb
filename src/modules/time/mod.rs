//! `time`: clocks, and the calendar's view of them.
//!
//! - `clock`: the clocks and `sleep`.
//! - `calendar`: days and dates.
//! - `zone`: the local time zone.
//! - `record`: `struct_time`.
//! - `convert`: `gmtime`, `localtime`, `mktime`, `asctime`.
//! - `format`: `strftime`.

mod calendar;
mod clock;
mod convert;
mod format;
mod record;
mod zone;

use super::{NativeModule, set};
use crate::heap::Object;
use crate::methods;
use crate::object::{Result, Runtime};
use crate::types::module::Module;

/// Seconds that the processor has spent on this process.
pub fn process_seconds(rt: &mut Runtime) -> Result<f64> {
    clock::seconds(rt, clock::PROCESS)
}

methods! {
    static FUNCTIONS = [
        /// time() -> floating-point number
        ///
        /// Return the current time in seconds since the Epoch.
        /// Fractions of a second may be present if the system clock provides them.
        @function "time"() => |rt: &mut Runtime| clock::seconds(rt, clock::REALTIME);
        /// time_ns() -> int
        ///
        /// Return the current time in nanoseconds since the Epoch.
        @function "time_ns"() => |rt: &mut Runtime| clock::nanoseconds(rt, clock::REALTIME);
        /// clock_gettime(clk_id) -> float
        ///
        /// Return the time of the specified clock clk_id as a float.
        @function "clock_gettime"(clk_id, /) => |rt: &mut Runtime, id: i32| clock::seconds(rt, id);
        /// clock_gettime_ns(clk_id) -> int
        ///
        /// Return the time of the specified clock clk_id as nanoseconds (int).
        @function "clock_gettime_ns"(clk_id, /) => |rt: &mut Runtime, id: i32| clock::nanoseconds(rt, id);
        /// clock_settime(clk_id, time)
        ///
        /// Set the time of the specified clock clk_id.
        @function "clock_settime"(clk_id, time, /) => |rt: &mut Runtime, id: i32, time: &Object| clock::set(rt, id, time);
        /// clock_settime_ns(clk_id, time)
        ///
        /// Set the time of the specified clock clk_id with nanoseconds.
        @function "clock_settime_ns"(clk_id, time, /) => |rt: &mut Runtime, id: i32, time: i64| clock::set_nanoseconds(rt, id, time);
        /// clock_getres(clk_id) -> floating-point number
        ///
        /// Return the resolution (precision) of the specified clock clk_id.
        @function "clock_getres"(clk_id, /) => clock::resolution;
        /// sleep(seconds)
        ///
        /// Delay execution for a given number of seconds.  The argument may be
        /// a floating-point number for subsecond precision.
        @function "sleep"(seconds, /) => clock::sleep;
        /// gmtime([seconds]) -> (tm_year, tm_mon, tm_mday, tm_hour, tm_min,
        ///                        tm_sec, tm_wday, tm_yday, tm_isdst)
        ///
        /// Convert seconds since the Epoch to a time tuple expressing UTC (a.k.a.
        /// GMT).  When 'seconds' is not passed in, convert the current time instead.
        @function "gmtime"(seconds = None, /) => convert::gmtime;
        /// localtime([seconds]) -> (tm_year,tm_mon,tm_mday,tm_hour,tm_min,
        ///                           tm_sec,tm_wday,tm_yday,tm_isdst)
        ///
        /// Convert seconds since the Epoch to a time tuple expressing local time.
        /// When 'seconds' is not passed in, convert the current time instead.
        @function "localtime"(seconds = None, /) => convert::localtime;
        /// asctime([tuple]) -> string
        ///
        /// Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.
        /// When the time tuple is not present, current time as returned by localtime()
        /// is used.
        @function "asctime"(tuple = None, /) => convert::asctime;
        /// ctime(seconds) -> string
        ///
        /// Convert a time in seconds since the Epoch to a string in local time.
        /// This is equivalent to asctime(localtime(seconds)). When the time tuple is
        /// not present, current time as returned by localtime() is used.
        @function "ctime"(seconds = None, /) => convert::ctime;
        /// mktime(tuple) -> floating-point number
        ///
        /// Convert a time tuple in local time to seconds since the Epoch.
        /// Note that mktime(gmtime(0)) will not generally return zero for most
        /// time zones; instead the returned value will either be equal to that
        /// of the timezone or altzone attributes on the time module.
        @function "mktime"(tuple, /) => convert::mktime;
        /// strftime(format[, tuple]) -> string
        ///
        /// Convert a time tuple to a string according to a format specification.
        /// See the library reference manual for formatting codes. When the time tuple
        /// is not present, current time as returned by localtime() is used.
        @function "strftime"(format, tuple = None, /) => format::strftime;
        /// strptime(string, format) -> struct_time
        ///
        /// Parse a string to a time tuple according to a format specification.
        /// See the library reference manual for formatting codes (same as
        /// strftime()).
        @function "strptime"(string, format = None, /) => strptime;
        /// tzset()
        ///
        /// Initialize, or reinitialize, the local timezone to the value stored in
        /// os.environ['TZ']. The TZ environment variable should be specified in
        /// standard Unix timezone format as documented in the tzset man page
        /// (eg. 'US/Eastern', 'Europe/Amsterdam'). Unknown timezones will silently
        /// fall back to UTC. If the TZ environment variable is not set, the local
        /// timezone is set to the systems best guess of wallclock time.
        @function "tzset"() => tzset;
        /// monotonic() -> float
        ///
        /// Monotonic clock, cannot go backward.
        @function "monotonic"() => |rt: &mut Runtime| clock::seconds(rt, clock::MONOTONIC);
        /// monotonic_ns() -> int
        ///
        /// Monotonic clock, cannot go backward, as nanoseconds.
        @function "monotonic_ns"() => |rt: &mut Runtime| clock::nanoseconds(rt, clock::MONOTONIC);
        /// process_time() -> float
        ///
        /// Process time for profiling: sum of the kernel and user-space CPU time.
        @function "process_time"() => process_seconds;
        /// process_time() -> int
        ///
        /// Process time for profiling as nanoseconds:
        /// sum of the kernel and user-space CPU time.
        @function "process_time_ns"() => |rt: &mut Runtime| clock::nanoseconds(rt, clock::PROCESS);
        /// thread_time() -> float
        ///
        /// Thread time for profiling: sum of the kernel and user-space CPU time.
        @function "thread_time"() => |rt: &mut Runtime| clock::seconds(rt, clock::THREAD);
        /// thread_time() -> int
        ///
        /// Thread time for profiling as nanoseconds:
        /// sum of the kernel and user-space CPU time.
        @function "thread_time_ns"() => |rt: &mut Runtime| clock::nanoseconds(rt, clock::THREAD);
        /// perf_counter() -> float
        ///
        /// Performance counter for benchmarking.
        @function "perf_counter"() => |rt: &mut Runtime| clock::seconds(rt, clock::MONOTONIC);
        /// perf_counter_ns() -> int
        ///
        /// Performance counter for benchmarking as nanoseconds.
        @function "perf_counter_ns"() => |rt: &mut Runtime| clock::nanoseconds(rt, clock::MONOTONIC);
        /// get_clock_info(name: str) -> dict
        ///
        /// Get information of the specified clock.
        @function "get_clock_info"(name, /) => clock::info;
    ];
}

/// The parser is written in Python.
fn strptime(rt: &mut Runtime, string: &Object, format: Option<&Object>) -> Result {
    let name = rt.intern("_strptime");
    let module = (rt.hooks.import)(rt, &name)?;
    let args: Vec<Object> = [Some(string), format].into_iter().flatten().cloned().collect();
    rt.call_method(&module, "_strptime_time", &args)
}

fn tzset(rt: &mut Runtime) -> Result<()> {
    zone::reset(rt);
    let name = rt.intern("time");
    let module = (rt.hooks.import)(rt, &name)?;
    match module.cast::<crate::types::module::ModuleBody>() {
        Some(module) => zone::publish(rt, &module.clone()),
        None => Ok(()),
    }
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    let class = rt.native_class(&record::TYPE)?;
    set(rt, module, "struct_time", class.into())?;
    set(rt, module, "_STRUCT_TM_ITEMS", Object::small(11))?;
    for (name, id) in clock::CONSTANTS {
        set(rt, module, name, Object::small(*id))?;
    }
    zone::publish(rt, module)
}

/// The description of module `time`.
pub static MODULE: NativeModule = NativeModule {
    name: "time",
    doc: "This module provides various functions to manipulate time values.\n\nThere are two standard representations of time.  One is the number\nof seconds since the Epoch, in UTC (a.k.a. GMT).  It may be an integer\nor a floating-point number (to represent fractions of seconds).\nThe epoch is the point where the time starts, the return value of time.gmtime(0).\nIt is January 1, 1970, 00:00:00 (UTC) on all platforms.",
    functions: FUNCTIONS,
    init,
};
