//! The frames of a traceback: `  File "…", line …, in …` with their source lines, repetitions summed up.

use super::excerpt::excerpt;
use super::paint::Paint;
use crate::heap::Object;
use crate::interpreter::Sources;
use crate::object::{ExceptionBody, Runtime, TracebackBody};
use anthill_grammar::Interner;
use bumpalo::Bump;

/// So many equal frames in a row are shown.
const RECURSIVE_CUTOFF: usize = 3;

/// `__traceback__`: a traceback or None.
pub(super) fn traceback_of(rt: &Runtime, exception: &Object) -> Object {
    exception.cast::<ExceptionBody>().map_or(Object::NONE, |e| e.get(&rt.heap).traceback.clone())
}

/// Prints frames; keeps the parser's memory from one to the next.
#[derive(Default)]
pub(super) struct Frames {
    arena: Bump,
    names: Interner,
    /// Source lines without carets.
    plain: bool,
    paint: Paint,
}

/// Where one frame was.
struct Entry {
    file: String,
    line: u32,
    name: String,
    place: Option<crate::bytecode::Position>,
}

fn entry(rt: &Runtime, traceback: &TracebackBody) -> Entry {
    let code = &traceback.function.get(&rt.heap).code.get(&rt.heap);
    let place = code.code.position(traceback.offset);
    Entry {
        file: code.filename.to_rust().into_owned(),
        line: traceback.line(&rt.heap),
        name: code.name.to_rust().into_owned(),
        place,
    }
}

/// The tracebacks to show: `sys.tracebacklimit` keeps the innermost ones.
fn shown(rt: &mut Runtime, traceback: &Object) -> Vec<Object> {
    let mut all = Vec::new();
    let mut at = traceback.clone();
    while let Some(body) = at.cast::<TracebackBody>() {
        let next = body.get(&rt.heap).next.clone();
        all.push(std::mem::replace(&mut at, next));
    }
    if let Some(limit) = rt.system_attribute("tracebacklimit")
        && let Some(limit) = Runtime::small_int(&limit)
    {
        let limit = usize::try_from(limit).unwrap_or(0);
        all.drain(..all.len().saturating_sub(limit));
    }
    all
}

impl Frames {
    /// Prints source lines with carets, in colours if they are wanted.
    pub(super) fn painted(paint: Paint) -> Frames {
        Frames { paint, ..Frames::default() }
    }

    /// Prints one source line a frame, without carets.
    pub(super) fn plain() -> Frames {
        Frames { plain: true, ..Frames::default() }
    }

    /// One text a frame or summary, each ending in a line end.
    pub(super) fn format(&mut self, rt: &mut Runtime, traceback: &Object) -> Vec<String> {
        let mut out = Vec::new();
        let mut last: Option<Entry> = None;
        let mut count = 0;
        for traceback in shown(rt, traceback) {
            let Some(body) = traceback.cast::<TracebackBody>() else { continue };
            let entry = entry(rt, body.get(&rt.heap));
            let same = |last: &Entry| last.file == entry.file && last.line == entry.line && last.name == entry.name;
            if !last.as_ref().is_some_and(same) {
                out.extend(repeated(count));
                count = 0;
            }
            count += 1;
            if count <= RECURSIVE_CUTOFF {
                out.push(self.one(rt, &entry));
            }
            last = Some(entry);
        }
        out.extend(repeated(count));
        out
    }

    fn one(&mut self, rt: &mut Runtime, entry: &Entry) -> String {
        let paint = self.paint;
        let file = paint.detail(&format!("\"{}\"", shown_name(&entry.file)));
        let (line, name) = (paint.detail(&entry.line.to_string()), paint.detail(&entry.name));
        let mut out = format!("  File {file}, line {line}, in {name}\n");
        let sources = rt.extension::<Sources>();
        match entry.place.filter(|_| !self.plain) {
            Some(place) => {
                let lines: Vec<String> = (place.line..=place.end_line)
                    .map(|line| sources.line(&entry.file, line).unwrap_or("").trim_end().to_owned())
                    .collect();
                self.arena.reset();
                out.push_str(&excerpt(&lines, place, &self.arena, &mut self.names, paint));
            }
            None => {
                let line = sources.line(&entry.file, entry.line).unwrap_or("").trim();
                if !line.is_empty() {
                    out.push_str(&format!("    {line}\n"));
                }
            }
        }
        out
    }
}

/// A file's name as reports show it: inputs of the plain prompt bear numbers that nobody needs to see.
pub(super) fn shown_name(file: &str) -> &str {
    if file.starts_with("<stdin>-") { "<stdin>" } else { file }
}

fn repeated(count: usize) -> Option<String> {
    let more = count.checked_sub(RECURSIVE_CUTOFF).filter(|more| *more > 0)?;
    let s = if more > 1 { "s" } else { "" };
    Some(format!("  [Previous line repeated {more} more time{s}]\n"))
}
