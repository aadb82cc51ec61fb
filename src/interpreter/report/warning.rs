//! Warnings of the compiler.

use crate::interpreter::Sources;
use crate::object::{ClassId, Result, Runtime};

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
        rt.call(&warn, &args)?;
        return Ok(());
    }
    let mut text = format!("{filename}:{line}: SyntaxWarning: {message}\n");
    if !filename.starts_with('<')
        && let Some(source) = rt.extension::<Sources>().line(filename, line)
    {
        text.push_str(&format!("  {}\n", source.trim_start_matches([' ', '\t', '\x0c'])));
    }
    super::write(rt, &text)
}
