//! `_tracemalloc`: which lines of the program took the memory that is in use.
//!
//! The virtual machine tells the heap where the program runs; the heap notes a number for that place with each block.
//! Numbers stand for chains of (code, line), innermost first.

use super::NativeModule;
use crate::bytecode::Code;
use crate::heap::Object;
use crate::layout::{List, Tuple};
use crate::methods;
use crate::object::{Index, Result, Runtime};
use crate::types::module::Module;
use crate::vm::place_numbers;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, Mutex};

methods! {
    static FUNCTIONS = [
        /// Start tracing Python memory allocations.
        ///
        /// Also set the maximum number of frames stored in the traceback of a
        /// trace to nframe.
        @function "start"(nframe=1, /) => start_function;
        /// Stop tracing Python memory allocations.
        ///
        /// Also clear traces of memory blocks allocated by Python.
        @function "stop"() => stop;
        /// Return True if the tracemalloc module is tracing Python memory allocations.
        @function "is_tracing"() => is_tracing;
        /// Clear traces of memory blocks allocated by Python.
        @function "clear_traces"() => clear_traces;
        /// Get the maximum number of frames stored in the traceback of a trace.
        ///
        /// By default, a trace of an allocated memory block only stores
        /// the most recent frame: the limit is 1.
        @function "get_traceback_limit"() => get_traceback_limit;
        /// Get the current size and peak size of memory blocks traced by tracemalloc.
        ///
        /// Returns a tuple: (current: int, peak: int).
        @function "get_traced_memory"() => get_traced_memory;
        /// Set the peak size of memory blocks traced by tracemalloc to the current size.
        @function "reset_peak"() => reset_peak;
        /// Get the memory usage in bytes of the tracemalloc module.
        @function "get_tracemalloc_memory"() => get_tracemalloc_memory;
        /// Get traces of all memory blocks allocated by Python.
        ///
        /// Return a list of (domain: int, size: int, traceback: tuple) tuples.
        @function "_get_traces"() => get_traces;
        /// Get the traceback where the Python object obj was allocated.
        @function "_get_object_traceback"(obj, /) => get_object_traceback;
    ];
}

/// A chain of places that some number stands for, and how many frames there were in all when it was met first.
struct Chain {
    lines: Vec<(Arc<Code>, u32)>,
    total: usize,
}

#[derive(Default)]
struct State {
    limit: usize,
    numbers: HashMap<Vec<(usize, u32)>, u32>,
    chains: Vec<Chain>,
}

impl State {
    /// The number of a chain: that of an equal one, or a new one.
    fn number(&mut self, lines: Vec<(Arc<Code>, u32)>, total: usize) -> u32 {
        // Codes are kept in the chains, so that their addresses go to no others.
        let key = lines.iter().map(|(code, line)| (Arc::as_ptr(code) as usize, *line)).collect();
        *self.numbers.entry(key).or_insert_with(|| {
            self.chains.push(Chain { lines, total });
            self.chains.len() as u32
        })
    }
}

/// What the module keeps in the runtime.
#[derive(Default)]
struct Tracer {
    state: Arc<Mutex<State>>,
}

/// Starts tracing with `limit` frames a traceback; nothing if tracing is on.
///
/// # Errors
/// A limit that is out of range.
pub fn start(rt: &mut Runtime, limit: isize) -> Result<()> {
    if !(1..=65535).contains(&limit) {
        return Err(rt.value_error("the number of frames must be in range [1; 65535]"));
    }
    if rt.heap.is_tracing() {
        return Ok(());
    }
    let state = Arc::new(Mutex::new(State { limit: limit as usize, ..State::default() }));
    let chains = state.clone();
    let number = place_numbers(limit as usize, move |lines, total| {
        chains.lock().map_or(0, |mut state| state.number(lines, total))
    });
    *rt.extension::<Tracer>() = Tracer { state };
    rt.heap.start_tracing(number, limit == 1);
    rt.machine.observers.set_places(&rt.heap, true);
    Ok(())
}

fn start_function(rt: &mut Runtime, limit: Option<Index>) -> Result<()> {
    start(rt, limit.map_or(1, |n| n.0))
}

fn stop(rt: &mut Runtime) {
    if rt.heap.is_tracing() {
        rt.machine.observers.set_places(&rt.heap, false);
        rt.heap.stop_tracing();
        *rt.extension::<Tracer>() = Tracer::default();
    }
}

fn is_tracing(rt: &mut Runtime) -> bool {
    rt.heap.is_tracing()
}

fn clear_traces(rt: &mut Runtime) {
    if rt.heap.is_tracing() {
        rt.heap.clear_traces();
    }
}

fn get_traceback_limit(rt: &mut Runtime) -> usize {
    rt.extension::<Tracer>().state.lock().map_or(1, |state| state.limit.max(1))
}

fn get_traced_memory(rt: &mut Runtime) -> Result<Tuple> {
    let (now, peak) = if rt.heap.is_tracing() { rt.heap.traced_bytes() } else { (0, 0) };
    let (now, peak) = (rt.new_int(now as i128)?, rt.new_int(peak as i128)?);
    rt.new_tuple(vec![now, peak])
}

fn reset_peak(rt: &mut Runtime) {
    rt.heap.reset_trace_peak();
}

fn get_tracemalloc_memory(rt: &mut Runtime) -> usize {
    let own =
        rt.extension::<Tracer>().state.lock().map_or(0, |state| {
            state.chains.iter().map(|chain| size_of::<Chain>() + chain.lines.len() * 40).sum::<usize>()
        });
    if rt.heap.is_tracing() { own + rt.heap.tracing_bytes() } else { 0 }
}

/// The traceback of a number as a tuple of (filename, line), and the whole number of frames.
fn traceback(rt: &mut Runtime, state: &Arc<Mutex<State>>, number: u32) -> Result<(Object, usize)> {
    let found = state.lock().ok().and_then(|state| {
        let chain = state.chains.get((number as usize).checked_sub(1)?)?;
        let lines: Vec<(Arc<str>, u32)> =
            chain.lines.iter().map(|(code, line)| (code.filename.clone(), *line)).collect();
        Some((lines, chain.total))
    });
    let (lines, total) = found.filter(|(lines, _)| !lines.is_empty()).unwrap_or((vec![("<unknown>".into(), 0)], 1));
    let mut frames: Vec<Object> = Vec::new();
    for (file, line) in lines {
        let file = rt.intern(&file).into();
        frames.push(rt.new_tuple(vec![file, Object::small(line as i32)])?.into());
    }
    Ok((rt.new_tuple(frames)?.into(), total))
}

fn get_traces(rt: &mut Runtime) -> Result<List> {
    let state = rt.extension::<Tracer>().state.clone();
    let traces = if rt.heap.is_tracing() { rt.heap.traces() } else { Vec::new() };
    let mut known: HashMap<u32, (Object, usize)> = HashMap::new();
    let mut rows: Vec<Object> = Vec::with_capacity(traces.len());
    for (place, size) in traces {
        let (frames, total) = match known.entry(place) {
            Entry::Occupied(entry) => entry.get().clone(),
            Entry::Vacant(entry) => entry.insert(traceback(rt, &state, place)?).clone(),
        };
        let items = vec![Object::small(0), rt.new_int(size as i128)?, frames, Object::small(total as i32)];
        rows.push(rt.new_tuple(items)?.into());
    }
    Ok(List::from_slice(&rt.heap, &rows)?)
}

fn get_object_traceback(rt: &mut Runtime, object: &Object) -> Result {
    let state = rt.extension::<Tracer>().state.clone();
    match rt.heap.trace_of(object) {
        Some(place) if rt.heap.is_tracing() => Ok(traceback(rt, &state, place)?.0),
        _ => Ok(Object::NONE),
    }
}

fn init(_rt: &mut Runtime, _module: &Module) -> Result<()> {
    Ok(())
}

/// The description of module `_tracemalloc`.
pub static MODULE: NativeModule = NativeModule {
    name: "_tracemalloc",
    doc: "Debug module to trace memory blocks allocated by Python.",
    functions: FUNCTIONS,
    init,
};
