//! Warnings: how they are printed while module `warnings` has not been imported, and those of the compiler.

use crate::heap::Object;
use crate::interpreter::Sources;
use crate::layout::Tuple;
use crate::modules::warnings;
use crate::object::{ClassId, Raised, Result, Runtime};

/// Prints a warning, and the source line if there is one.
pub fn show_warning(rt: &mut Runtime, said: &str, filename: &str, line: u32, with_source: bool) -> Result<()> {
    let mut text = format!("{filename}:{line}: {said}\n");
    if with_source && let Some(source) = rt.extension::<Sources>().line(filename, line) {
        text.push_str(&format!("  {}\n", source.trim()));
    }
    super::write(rt, &text)
}

/// Issues a SyntaxWarning.
///
/// # Errors
/// As a SyntaxError, if a filter turns it into an error.
pub fn warn_syntax(rt: &mut Runtime, message: &str, filename: &str, line: u32) -> Result<()> {
    match warnings::warn_explicit(rt, ClassId::SyntaxWarning, message, filename, line) {
        Err(raised) if rt.is_raised(&raised, ClassId::SyntaxWarning) => {
            drop(raised);
            Err(syntax_error(rt, message, filename, line)?)
        }
        other => other,
    }
}

/// The SyntaxError that a filter makes of a SyntaxWarning.
fn syntax_error(rt: &mut Runtime, message: &str, filename: &str, line: u32) -> Result<Raised> {
    let text = rt.extension::<Sources>().line(filename, line).map(str::to_owned);
    let text = match text {
        Some(text) => rt.new_str(&text)?.into(),
        None => Object::NONE,
    };
    let details = [rt.new_str(filename)?.into(), rt.new_int(line.into())?, Object::NONE, text];
    let details: Object = Tuple::from_slice(&rt.heap, &details)?.into();
    let message: Object = rt.new_str(message)?.into();
    Ok(rt.raise_with(ClassId::SyntaxError, &[message, details]))
}
