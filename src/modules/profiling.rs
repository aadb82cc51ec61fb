//! `_profiling`: what the profilers written in Python need of the system: clocks, the heap's figures, whole files, and
//! the sign of life while they work.

use super::NativeModule;
use crate::heap::Object;
use crate::layout::{Bytes, BytesBody, Str};
use crate::methods;
use crate::object::{Result, Runtime};
use crate::types::exception::os_error_with_path;
use std::io::IsTerminal;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

methods! {
    static FUNCTIONS = [
        /// Seconds of a clock that never goes back.
        @function "perf_counter"() => perf_counter;
        /// Seconds that the process has used the processor.
        @function "process_time"() => super::time::process_seconds;
        /// The content of a file.
        @function "read_file"(path, /) => read_file;
        /// Makes a file of this content, in place of one of that name.
        @function "write_file"(path, content, /) => write_file;
        /// (file, source, whether it is a package) of a module of the library, or None.
        @function "embedded_module"(name, /) => embedded_module;
        /// The path from the root.
        @function "absolute_path"(path, /) => absolute_path;
        /// Bytes in use on the heap.
        @function "heap_bytes"() => heap_bytes;
        /// The most bytes that were in use since the last reset_heap_peak().
        @function "heap_peak"() => heap_peak;
        /// Makes the bytes in use now the peak.
        @function "reset_heap_peak"() => reset_heap_peak;
        /// From now on a line on standard error, if that is a terminal, tells now and then how long this has been going on.
        @function "begin_sign"(what, /) => |rt: &mut Runtime, what: &Str| begin_sign(rt, &what.to_rust());
        /// Ends that.
        @function "end_sign"() => end_sign;
    ];
}

/// Where the clock of this interpreter begins.
struct Origin(Instant);

impl Default for Origin {
    fn default() -> Origin {
        Origin(Instant::now())
    }
}

fn perf_counter(rt: &mut Runtime) -> f64 {
    rt.extension::<Origin>().0.elapsed().as_secs_f64()
}

fn read_file(rt: &mut Runtime, path: &Str) -> Result<Bytes> {
    match std::fs::read(path.to_rust().as_ref()) {
        Ok(content) => Ok(Bytes::new(&rt.heap, &content)?),
        Err(error) => Err(os_error_with_path(rt, &error, path)),
    }
}

fn write_file(rt: &mut Runtime, path: &Str, content: &crate::heap::Ref<BytesBody>) -> Result<()> {
    match std::fs::write(path.to_rust().as_ref(), content.as_slice()) {
        Ok(()) => Ok(()),
        Err(error) => Err(os_error_with_path(rt, &error, path)),
    }
}

fn embedded_module(rt: &mut Runtime, name: &Str) -> Result {
    let name = name.to_rust();
    let Some(module) = super::EMBEDDED.iter().find(|module| module.name == name) else { return Ok(Object::NONE) };
    let file = rt.new_str(&format!("<stdlib>/{}", module.path))?;
    let source = Bytes::new(&rt.heap, module.source.as_bytes())?;
    Ok(rt.new_tuple(vec![file.into(), source.into(), Object::bool(module.is_package)])?.into())
}

fn absolute_path(rt: &mut Runtime, path: &Str) -> String {
    let _ = rt;
    let path = path.to_rust();
    std::path::absolute(path.as_ref()).map_or_else(|_| path.to_string(), |full| full.to_string_lossy().into_owned())
}

fn heap_bytes(rt: &mut Runtime) -> usize {
    rt.heap.accounting().bytes()
}

fn heap_peak(rt: &mut Runtime) -> usize {
    rt.heap.accounting().peak()
}

fn reset_heap_peak(rt: &mut Runtime) {
    rt.heap.accounting().reset_peak();
}

/// When a sign is given, in seconds; after the last every minute.
const SIGNS: [u64; 6] = [2, 5, 10, 20, 30, 60];

/// The sign of life: a thread that waits, and the word that ends it.
#[derive(Default)]
struct Sign(Option<Arc<(Mutex<bool>, Condvar)>>);

impl Drop for Sign {
    fn drop(&mut self) {
        if let Some(sign) = self.0.take() {
            if let Ok(mut ended) = sign.0.lock() {
                *ended = true;
            }
            sign.1.notify_all();
        }
    }
}

/// Begins to tell that `what` goes on, if standard error is a terminal. One sign is given at a time.
pub fn begin_sign(rt: &mut Runtime, what: &str) {
    if !std::io::stderr().is_terminal() {
        return;
    }
    let word = Arc::new((Mutex::new(false), Condvar::new()));
    *rt.extension::<Sign>() = Sign(Some(word.clone()));
    let what = what.to_owned();
    std::thread::spawn(move || {
        let start = Instant::now();
        for seconds in SIGNS.into_iter().chain((2..).map(|minutes| 60 * minutes)) {
            let Ok(ended) = word.0.lock() else { return };
            let wait = Duration::from_secs(seconds).saturating_sub(start.elapsed());
            match word.1.wait_timeout_while(ended, wait, |ended| !*ended) {
                Ok((ended, _)) if !*ended => eprintln!("anthill: {what} for {seconds} s"),
                _ => return,
            }
        }
    });
}

/// Ends the sign of life.
pub fn end_sign(rt: &mut Runtime) {
    *rt.extension::<Sign>() = Sign::default();
}

/// The description of module `_profiling`.
pub static MODULE: NativeModule =
    NativeModule { name: "_profiling", doc: "", functions: FUNCTIONS, init: |_, _| Ok(()) };
