//! Reports of exceptions, letter by letter as CPython 3.13's: the default `sys.excepthook`, what `traceback` formats,
//! errors that cannot be raised, warnings of the compiler.
//!
//! Start at `chain` (which exceptions a report shows) and `render` (how chains and groups are laid out); `frames` and
//! `excerpt` print tracebacks, `anchors` finds the operator or the brackets to underline, `message` prints the last line
//! and the notes, `syntax` the place of a SyntaxError, `suggest` says what may have been meant.

mod anchors;
mod chain;
mod excerpt;
mod frames;
mod message;
mod paint;
mod render;
mod suggest;
mod syntax;
mod text;
mod unraisable;
mod warning;

pub use paint::Paint;
pub use unraisable::{print_unraisable, report_unraisable, report_unraisable_in};
pub use warning::{show_warning, warn_syntax};

use crate::heap::Object;
use crate::modules::io;
use crate::object::{ExceptionBody, Result, Runtime};

/// `sys.excepthook` as the interpreter provides it.
pub fn report_hook(rt: &mut Runtime, exception: &Object, traceback: &Object) -> Result<()> {
    if exception.cast::<ExceptionBody>().is_none() {
        let got = rt.type_name(exception);
        let text = format!("TypeError: print_exception(): Exception expected for value, {got} found\n");
        return write(rt, &text);
    }
    let paint = Paint::wanted(rt);
    let text = format_with_traceback(rt, exception, traceback, paint)?;
    write(rt, &text)
}

/// Prints the report to `sys.stderr`; what goes wrong there is not reported.
pub fn print_exception(rt: &mut Runtime, exception: &Object) {
    let traceback = frames::traceback_of(rt, exception);
    let paint = Paint::wanted(rt);
    let text = match format_with_traceback(rt, exception, &traceback, paint) {
        Ok(text) => text,
        Err(_) => "<the exception could not be shown>\n".to_owned(),
    };
    let _ = write(rt, &text);
}

/// The report as text.
///
/// # Errors
/// No memory; what the exception's own methods raise becomes part of the text.
pub fn format_exception(rt: &mut Runtime, exception: &Object) -> Result<String> {
    let traceback = frames::traceback_of(rt, exception);
    format_with_traceback(rt, exception, &traceback, Paint::default())
}

/// What an exception's text gains in reports.
pub fn suggestion(rt: &mut Runtime, exception: &Object, traceback: &Object) -> String {
    suggest::hint(rt, exception, traceback)
}

/// The source lines of an instruction as reports show them, without colours.
pub fn plain_excerpt(lines: &[String], place: crate::bytecode::Position) -> String {
    let (arena, mut names) = (bumpalo::Bump::new(), anthill_grammar::Interner::new());
    excerpt::excerpt(lines, place, &arena, &mut names, Paint::default())
}

fn format_with_traceback(rt: &mut Runtime, exception: &Object, traceback: &Object, paint: Paint) -> Result<String> {
    let report = chain::Report::new(rt, exception, traceback, paint)?;
    Ok(render::render(rt, &report))
}

/// Writes to `sys.stderr`, whatever it is now; None is nowhere.
fn write(rt: &mut Runtime, text: &str) -> Result<()> {
    match rt.system_attribute("stderr") {
        Some(file) if !io::is_standard_error(rt, &file) => {
            if !file.is_none() {
                let text = rt.new_str(text)?;
                rt.call_method(&file, "write", &[text.into()])?;
                rt.call_method(&file, "flush", &[])?;
            }
        }
        _ => io::write_stderr(rt, text),
    }
    Ok(())
}
