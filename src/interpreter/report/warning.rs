//! Warnings of the compiler.

use crate::heap::Object;
use crate::interpreter::Sources;
use crate::layout::Tuple;
use crate::object::{ClassId, Raised, Result, Runtime};

/// Prints a SyntaxWarning and the source line; module `warnings`, once imported, decides what becomes of it.
///
/// # Errors
/// The warning itself, if a filter turns it into an error.
pub fn warn_syntax(rt: &mut Runtime, message: &str, filename: &str, line: u32) -> Result<()> {
    let name = rt.intern("warnings");
    if let Some(module) = rt.modules.get_str(&rt.heap, &name).cloned()
        && let Ok(warn) = rt.get_attr_str(&module, "warn_explicit")
    {
        let category = rt.class(ClassId::SyntaxWarning).as_object().clone();
        let args = [rt.new_str(message)?.into(), category, rt.new_str(filename)?.into(), rt.new_int(line.into())?];
        return match rt.call(&warn, &args) {
            // As an error it is one of syntax.
            Err(raised) if rt.is_raised(&raised, ClassId::SyntaxWarning) => {
                drop(raised);
                Err(syntax_error(rt, message, filename, line)?)
            }
            Err(raised) => Err(raised),
            Ok(_) => Ok(()),
        };
    }
    let mut text = format!("{filename}:{line}: SyntaxWarning: {message}\n");
    if !filename.starts_with('<')
        && let Some(source) = rt.extension::<Sources>().line(filename, line)
    {
        text.push_str(&format!("  {}\n", source.trim_start_matches([' ', '\t', '\x0c'])));
    }
    super::write(rt, &text)
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
