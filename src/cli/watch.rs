//! `--lines` and `--flame`: the program runs under the line recorder, then the reports are written. `--heap-report`: what
//! it leaves on the heap is told.
//!
//! Whatever becomes of the program, its own output and exit code stay as they are.

use super::arguments::Options;
use crate::heap::Object;
use crate::interpreter::Interpreter;
use crate::modules::{lines, profiling};
use crate::object::{Raised, Result};
use std::ffi::OsString;

/// What is asked for.
pub struct Watch {
    lines: Option<String>,
    functions: Option<String>,
    flame: Option<String>,
    metric: Option<String>,
    heap: Option<String>,
}

impl Watch {
    /// Begins to record, if anything is asked for.
    ///
    /// # Errors
    /// What is wrong with the options.
    pub fn begin(interpreter: &mut Interpreter, options: &Options) -> std::result::Result<Watch, String> {
        let text = |option: &Option<OsString>| option.as_ref().map(|text| text.to_string_lossy().into_owned());
        let watch = Watch {
            lines: text(&options.lines),
            functions: text(&options.lines_of),
            flame: text(&options.flame),
            metric: text(&options.flame_metric),
            heap: text(&options.heap_report),
        };
        if let Some(metric) = &watch.metric
            && !matches!(metric.as_str(), "time" | "instructions" | "bytes")
        {
            return Err(format!("--flame-metric: '{metric}' is none of time, instructions, bytes"));
        }
        if let Some(flame) = &watch.flame
            && !["svg", "html", "htm", "folded", "txt", "json"].iter().any(|end| flame.ends_with(&format!(".{end}")))
        {
            return Err(format!("--flame: '{flame}' does not end in .svg, .html, .folded, .txt or .json"));
        }
        if watch.is_asked_for() && lines::begin(&mut interpreter.rt, None).is_err() {
            return Err("lines are being recorded already".to_owned());
        }
        if watch.is_asked_for() {
            profiling::begin_sign(&mut interpreter.rt, "recording lines");
        }
        Ok(watch)
    }

    fn is_asked_for(&self) -> bool {
        self.lines.is_some() || self.flame.is_some()
    }

    /// Ends recording.
    pub fn end(&self, interpreter: &mut Interpreter) -> Option<Result> {
        self.is_asked_for().then(|| {
            profiling::end_sign(&mut interpreter.rt);
            lines::end(&mut interpreter.rt)
        })
    }

    /// Writes the reports. What cannot be written is said on standard error; the program's exit code stays what it is.
    pub fn report(&self, interpreter: &mut Interpreter, recording: Option<Result>) {
        if let Err(raised) = self.heap_report(interpreter) {
            complain(interpreter, raised);
        }
        if let Some(recording) = recording
            && let Err(raised) = recording.and_then(|recording| self.write(interpreter, recording))
        {
            complain(interpreter, raised);
        }
    }

    /// `--heap-report`: what lives on the heap now.
    fn heap_report(&self, interpreter: &mut Interpreter) -> Result<()> {
        let Some(path) = &self.heap else { return Ok(()) };
        let rt = &mut interpreter.rt;
        let name = rt.intern("anthill.heap");
        let module = (rt.hooks.import)(rt, &name)?;
        let path = rt.new_str(path)?;
        rt.call_method(&module, "report", &[path.into()]).map(drop)
    }

    fn write(&self, interpreter: &mut Interpreter, recording: Object) -> Result<()> {
        let rt = &mut interpreter.rt;
        let name = rt.intern("_line_report");
        let module = (rt.hooks.import)(rt, &name)?;
        let mut args = vec![recording];
        for text in [&self.lines, &self.functions, &self.flame, &self.metric] {
            args.push(match text {
                Some(text) => rt.new_str(text)?.into(),
                None => Object::NONE,
            });
        }
        rt.call_method(&module, "report", &args).map(drop)
    }
}

/// One line about what went wrong.
fn complain(interpreter: &mut Interpreter, raised: Raised) {
    let rt = &mut interpreter.rt;
    let exception = rt.exception(raised);
    let (kind, text) = (rt.type_name(&exception), rt.str(&exception));
    let text = text.map_or_else(|_| String::new(), |text| text.to_rust().into_owned());
    eprintln!("anthill: the report could not be written: {kind}: {text}");
}
