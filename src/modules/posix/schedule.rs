//! When processes run: priorities, policies, processors.

use super::argument::done;
use super::records::SCHED_PARAM;
use crate::base::system::process;
use crate::heap::Object;
use crate::layout::{Set, TupleBody};
use crate::methods;
use crate::object::{Result, Runtime};
use crate::types::struct_sequence;

methods! {
    pub static FUNCTIONS = [
        /// Add increment to the priority of process and return the new priority.
        @function "nice"(increment, /) => |rt: &mut Runtime, increment: i32| done(rt, process::nice(increment));
        /// Return program scheduling priority.
        @function "getpriority"(which, who) => |rt: &mut Runtime, which: i32, who: i32| done(rt, process::priority(which, who));
        /// Set program scheduling priority.
        @function "setpriority"(which, who, priority) => |rt: &mut Runtime, which: i32, who: i32, priority: i32| {
            done(rt, process::set_priority(which, who, priority).map(drop))
        };
        /// Voluntarily relinquish the CPU.
        @function "sched_yield"() => |rt: &mut Runtime| done(rt, process::sched_yield().map(drop));
        /// Get the maximum scheduling priority for policy.
        @function "sched_get_priority_max"(policy) => |rt: &mut Runtime, policy: i32| done(rt, process::sched_get_priority_max(policy));
        /// Get the minimum scheduling priority for policy.
        @function "sched_get_priority_min"(policy) => |rt: &mut Runtime, policy: i32| done(rt, process::sched_get_priority_min(policy));
        /// Get the scheduling policy for the process identified by pid.
        ///
        /// Passing 0 for pid returns the scheduling policy for the calling process.
        @function "sched_getscheduler"(pid, /) => |rt: &mut Runtime, pid: i32| done(rt, process::sched_getscheduler(pid));
        /// Set the scheduling policy for the process identified by pid.
        ///
        /// If pid is 0, the calling process is changed.
        /// param is an instance of sched_param.
        @function "sched_setscheduler"(pid, policy, param, /) => |rt: &mut Runtime, pid: i32, policy: i32, param: &Object| {
            let priority = parameter(rt, param)?;
            done(rt, process::set_scheduling(pid, Some(policy), priority).map(drop))
        };
        /// Returns scheduling parameters for the process identified by pid.
        ///
        /// If pid is 0, returns parameters for the calling process.
        /// Return value is an instance of sched_param.
        @function "sched_getparam"(pid, /) => |rt: &mut Runtime, pid: i32| {
            let priority = done(rt, process::scheduling_priority(pid))?;
            struct_sequence::make(rt, &SCHED_PARAM, &[Object::small(priority)])
        };
        /// Set scheduling parameters for the process identified by pid.
        ///
        /// If pid is 0, sets parameters for the calling process.
        /// param should be an instance of sched_param.
        @function "sched_setparam"(pid, param, /) => |rt: &mut Runtime, pid: i32, param: &Object| {
            let priority = parameter(rt, param)?;
            done(rt, process::set_scheduling(pid, None, priority).map(drop))
        };
        /// Return the round-robin quantum for the process identified by pid, in seconds.
        ///
        /// Value returned is a float.
        @function "sched_rr_get_interval"(pid, /) => |rt: &mut Runtime, pid: i32| done(rt, process::round_robin_interval(pid));
        /// Return the affinity of the process identified by pid (or the current process if zero).
        ///
        /// The affinity is returned as a set of CPU identifiers.
        @function "sched_getaffinity"(pid, /) => |rt: &mut Runtime, pid: i32| -> Result<Set> {
            let found = done(rt, process::affinity(pid))?;
            let set = Set::new(&rt.heap)?;
            for number in found {
                crate::types::set::add(rt, &set, &Object::small(number))?;
            }
            Ok(set)
        };
        /// Set the CPU affinity of the process identified by pid to mask.
        ///
        ///   pid
        ///     The process ID. If zero, the current process is meant.
        ///   mask
        ///     An iterable of integers identifying CPUs.
        @function "sched_setaffinity"(pid, mask, /) => set_affinity;
    ];
}

/// The priority of a `sched_param`.
pub fn parameter(rt: &mut Runtime, object: &Object) -> Result<i32> {
    let priority = match object.cast::<TupleBody>().map(|record| record.items()) {
        Some([priority]) if rt.type_name(object).ends_with("sched_param") => priority.clone(),
        _ => return Err(rt.type_error("must have a sched_param object")),
    };
    match i32::try_from(rt.to_size_index(&priority)?) {
        Ok(priority) => Ok(priority),
        Err(_) => Err(rt.overflow_error("sched_priority out of range")),
    }
}

fn set_affinity(rt: &mut Runtime, process: i32, mask: &Object) -> Result<()> {
    let mut processors = Vec::new();
    for item in rt.collect(mask)? {
        match i32::try_from(rt.to_size_index(&item)?) {
            Ok(number) if number >= 0 => processors.push(number),
            Ok(_) => return Err(rt.value_error("negative CPU number")),
            Err(_) => return Err(rt.overflow_error("CPU number too large")),
        }
    }
    done(rt, process::set_affinity(process, &processors).map(drop))
}
