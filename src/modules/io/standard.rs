//! The standard streams, and `open` among the builtins.

use super::open::OPEN;
use super::text::{TextBody, TextFile, setup};
use crate::builtins::{StandardInput, Streams};
use crate::heap::Object;
use crate::layout::Str;
use crate::modules::sys::Settings;
use crate::object::{Result, Runtime};
use crate::types::module::Module;

/// Puts the three streams into `sys`, and `open` into `builtins`.
pub fn install(rt: &mut Runtime, sys: &Module) -> Result<()> {
    let home = rt.intern("_io");
    let open = rt.new_builtin_function(&OPEN[0], None, home.into())?;
    let builtins = rt.builtins.clone();
    rt.put_attribute(&builtins, "open", open)?;
    let key = rt.intern_static("mode");
    for (number, name) in ["stdin", "stdout", "stderr"].into_iter().enumerate() {
        if crate::base::system::was_closed(number as u8) {
            crate::modules::set(rt, sys, name, Object::NONE)?;
            crate::modules::set(rt, sys, &format!("__{name}__"), Object::NONE)?;
            continue;
        }
        let stream: TextFile = setup::standard(rt, number as u8)?;
        let mode: Object = rt.intern(if number == 0 { "r" } else { "w" }).into();
        rt.set_attr(&stream, &key, &mode)?;
        let stream: Object = stream.into();
        crate::modules::set(rt, sys, name, stream.clone())?;
        crate::modules::set(rt, sys, &format!("__{name}__"), stream.clone())?;
        match number {
            0 => rt.extension::<StandardInput>().object = Some(stream),
            1 => {
                let escapes = rt.extension::<Settings>().stream_errors.as_deref() == Some("surrogateescape");
                let layered = !is_standard(rt, &stream, 1);
                let streams = rt.extension::<Streams>();
                streams.escapes_bytes = escapes;
                streams.stdout = if layered { None } else { Some(stream) };
            }
            _ => {}
        }
    }
    Ok(())
}

/// Writes text to standard error at once; a closed stream is no error here.
pub fn write_stderr(rt: &mut Runtime, text: &str) {
    let streams = rt.extension::<Streams>();
    let _ = streams.flush();
    let _ = streams.write_error(text.as_bytes());
    let _ = streams.flush_error();
}

impl Runtime {
    /// The text for a stream with `backslashreplace`: lone surrogates as escapes.
    pub fn escape_surrogates(&self, text: &Str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.units().iter() {
            match char::from_u32(c) {
                Some(c) => out.push(c),
                None => out.push_str(&format!("\\u{c:04x}")),
            }
        }
        out
    }
}

/// Whether the object is standard error as it was at the start.
pub fn is_standard_error(rt: &Runtime, file: &Object) -> bool {
    is_standard(rt, file, 2)
}

fn is_standard(rt: &Runtime, file: &Object, number: u8) -> bool {
    file.cast::<TextBody>().is_some_and(|file| file.get(&rt.heap).standard == number)
}

/// Flushes what `sys.stdout` and `sys.stderr` are at the end; false if standard output could not take everything, which
/// then was reported.
pub fn flush_streams(rt: &mut Runtime) -> bool {
    let mut good = true;
    for name in ["stdout", "stderr"] {
        let Some(stream) = rt.system_attribute(name).filter(|stream| !stream.is_none()) else { continue };
        if matches!(super::base::is_closed(rt, &stream), Ok(true)) {
            continue;
        }
        if let Err(raised) = rt.call_method(&stream, "flush", &[])
            && name == "stdout"
        {
            good = false;
            // Whoever read the output has gone: there is nobody to tell.
            if !rt.is_raised(&raised, crate::object::ClassId::BrokenPipeError) {
                (rt.hooks.unraisable)(rt, raised, &stream);
            }
        }
    }
    good
}
