//! `_lines`: figures for every source line and every path of calls: time, instructions, bytes of the heap.
//!
//! - `record`: the observer, and what it adds up.
//!
//! The reports are written by `_line_report` and `_flame`, in Python.

mod record;

use super::NativeModule;
use crate::heap::Object;
use crate::layout::List;
use crate::methods;
use crate::object::{CodeBody, FunctionBody, ObserverId, Result, Runtime, wants};
use record::{Line, Recorder};

/// Line recorders are told first, to see the heap before others change it.
const RANK: u8 = 0;

methods! {
    static FUNCTIONS = [
        /// Begins to record: everything, or only the code objects and functions given.
        @function "start"(only=None, /) => start;
        /// Ends recording. Returns (codes, paths, nanoseconds, bytes before, bytes after).
        ///
        /// A code is (file, name, first line, lines); a line is (number, hits, nanoseconds, instructions,
        /// bytes allocated, bytes freed, peak, net bytes with what it called, bytes in use when it ended).
        /// A path is (parent, index of the code, nanoseconds, instructions, bytes allocated); parent is -1
        /// for the outermost.
        @function "stop"() => stop;
        /// Whether lines are being recorded.
        @function "active"() => active;
    ];
}

/// The recorder at work.
#[derive(Default)]
struct Active(Option<ObserverId>);

/// Begins to record everything; see `start`.
pub fn begin(rt: &mut Runtime, only: Option<Vec<u64>>) -> Result<()> {
    if rt.extension::<Active>().0.is_some() {
        return Err(rt.value_error("Another profiling tool is already active"));
    }
    let recorder = Box::new(Recorder::new(rt, only));
    let id = rt.machine.observers.add(&rt.heap, RANK, wants::CALLS | wants::INSTRUCTIONS, recorder);
    rt.extension::<Active>().0 = Some(id);
    Ok(())
}

fn start(rt: &mut Runtime, only: Option<&Object>) -> Result<()> {
    let mut codes = None;
    if let Some(only) = only.filter(|only| !only.is_none()) {
        let mut addresses = Vec::new();
        for item in rt.collect(only)? {
            if let Some(function) = item.cast::<FunctionBody>() {
                addresses.push(function.get(&rt.heap).code.value().bits());
            } else if item.cast::<CodeBody>().is_some() {
                addresses.push(item.value().bits());
            } else {
                let got = rt.type_name(&item);
                return Err(rt.type_error(format!("a function or code object is needed, not {got}")));
            }
        }
        codes = Some(addresses);
    }
    begin(rt, codes)
}

fn active(rt: &mut Runtime) -> bool {
    rt.extension::<Active>().0.is_some()
}

/// Ends recording and gives what was recorded as Python objects; see `stop`.
pub fn end(rt: &mut Runtime) -> Result {
    let Some(id) = rt.extension::<Active>().0.take() else {
        return Err(rt.value_error("lines are not being recorded"));
    };
    let observer = rt.machine.observers.remove(&rt.heap, id);
    let Some(mut recorder) = observer.and_then(|o| (o as Box<dyn std::any::Any>).downcast::<Recorder>().ok()) else {
        return Err(rt.value_error("lines are not being recorded"));
    };
    recorder.finish(rt);
    let mut codes: Vec<Object> = Vec::new();
    for code in &recorder.codes {
        let mut lines: Vec<Object> = Vec::new();
        for (number, line) in code.recorded() {
            lines.push(row(rt, number, line)?);
        }
        let Some(object) = code.code.cast::<CodeBody>() else { continue };
        let body = object.get(&rt.heap);
        let (file, name, first) = (body.filename.clone(), body.qualname.clone(), body.code.first_line);
        let lines = List::from_owned(&rt.heap, lines)?;
        let first = rt.new_int(first.into())?;
        codes.push(rt.new_tuple(vec![file.into(), name.into(), first, lines.into()])?.into());
    }
    let mut paths: Vec<Object> = Vec::new();
    for path in &recorder.paths {
        let figures = [path.nanoseconds, path.instructions, path.allocated];
        let mut items = vec![rt.new_int(path.parent.into())?, rt.new_int(path.code.into())?];
        for figure in figures {
            items.push(rt.new_int(figure.into())?);
        }
        paths.push(rt.new_tuple(items)?.into());
    }
    let codes = List::from_owned(&rt.heap, codes)?;
    let paths = List::from_owned(&rt.heap, paths)?;
    let mut items: Vec<Object> = vec![codes.into(), paths.into()];
    for figure in [recorder.total as i128, recorder.first_bytes as i128, recorder.last_bytes as i128] {
        items.push(rt.new_int(figure)?);
    }
    Ok(rt.new_tuple(items)?.into())
}

fn stop(rt: &mut Runtime) -> Result {
    end(rt)
}

fn row(rt: &mut Runtime, number: u32, line: &Line) -> Result {
    let mut items = Vec::with_capacity(9);
    for figure in [
        number.into(),
        line.hits.into(),
        line.nanoseconds.into(),
        line.instructions.into(),
        line.allocated.into(),
        line.freed.into(),
        line.peak as i128,
        line.inclusive.into(),
        line.usage as i128,
    ] {
        items.push(rt.new_int(figure)?);
    }
    Ok(rt.new_tuple(items)?.into())
}

/// The description of module `_lines`.
pub static MODULE: NativeModule = NativeModule { name: "_lines", doc: "", functions: FUNCTIONS, init: |_, _| Ok(()) };
