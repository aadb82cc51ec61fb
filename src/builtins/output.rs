//! `print` and `input`, and the standard streams at the level of bytes.

use crate::base::text::codec::{self, Codec, Errors};
use crate::heap::Object;
use crate::layout::{Str, StrBody};
use crate::methods;
use crate::object::{ClassId, OrNone, Rest, Result, Runtime};
use crate::types::str::Text;

methods! {
    pub static FUNCTIONS = [
        /// Prints the values to a stream, or to sys.stdout by default.
        ///
        /// sep
        ///   string inserted between values, default a space.
        /// end
        ///   string appended after the last value, default a newline.
        /// file
        ///   a file-like object (stream); defaults to the current sys.stdout.
        /// flush
        ///   whether to forcibly flush the stream.
        @function "print"(*args, sep=' ', end='\n', file=None, flush=False) => print;
        /// Read a string from standard input.  The trailing newline is stripped.
        ///
        /// The prompt string, if given, is printed to standard output without a
        /// trailing newline before reading input.
        ///
        /// If the user hits EOF (*nix: Ctrl-D, Windows: Ctrl-Z+Return), raise EOFError.
        /// On *nix systems, readline is used if available.
        @function "input"(prompt="", /) => input;
    ];
}

/// The process's standard output, buffered by the interpreter: by line on a terminal, else in blocks.
#[derive(Default)]
pub struct Streams {
    buffer: Vec<u8>,
    line_buffered: Option<bool>,
    /// Every write goes out at once (`-u`).
    pub unbuffered: bool,
    /// Lone surrogates that stand for bytes are written as these.
    pub escapes_bytes: bool,
    /// The reader of standard output has gone away.
    pub reader_is_gone: bool,
    /// What was written last did not end its line: a prompt begins a new one.
    pub line_is_open: bool,
    /// What stands for `sys.stdout` as long as nobody replaced it: `print` then writes to the buffer directly.
    pub stdout: Option<Object>,
    /// What of a line was written to standard error.
    error: Vec<u8>,
}

const BLOCK: usize = 1 << 16;

impl Streams {
    /// Appends to standard output's buffer, writing out as the mode demands.
    pub fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.buffer.extend_from_slice(bytes);
        let by_line = *self.line_buffered.get_or_insert_with(|| crate::base::system::is_terminal(1));
        if self.unbuffered || self.buffer.len() >= BLOCK || (by_line && bytes.contains(&b'\n')) {
            return self.flush();
        }
        Ok(())
    }

    /// Writes the buffer out. What the system refuses is kept to be tried again, and given up if it is much, if nothing
    /// is to be kept, or if nobody reads it. A signal ends it too: the error is `Interrupted`.
    pub fn flush(&mut self) -> std::io::Result<()> {
        self.line_is_open = self.buffer.last().map_or(self.line_is_open, |last| *last != b'\n');
        let mut written = 0;
        let result = loop {
            if written == self.buffer.len() {
                break Ok(());
            }
            match crate::base::system::write(1, &self.buffer[written..]) {
                Ok(count) => written += count,
                Err(error) => break Err(error),
            }
        };
        self.buffer.drain(..written);
        if let Err(error) = &result
            && error.kind() != std::io::ErrorKind::Interrupted
        {
            let gone = error.kind() == std::io::ErrorKind::BrokenPipe;
            self.reader_is_gone |= gone;
            if gone || self.unbuffered || self.buffer.len() >= BLOCK {
                self.buffer.clear();
            }
        }
        result
    }

    /// Gives up the buffer with what waits in it.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.buffer)
    }

    /// Writes to standard error, up to the last line end at once.
    pub fn write_error(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.error.extend_from_slice(bytes);
        if self.unbuffered || bytes.contains(&b'\n') || self.error.len() >= BLOCK {
            return self.flush_error();
        }
        Ok(())
    }

    /// Writes what waits to standard error.
    pub fn flush_error(&mut self) -> std::io::Result<()> {
        if self.error.is_empty() {
            return Ok(());
        }
        self.line_is_open = self.error.last() != Some(&b'\n');
        let result = write_all(2, &self.error);
        self.error.clear();
        result
    }
}

/// Writes all bytes to a descriptor.
fn write_all(descriptor: i32, mut bytes: &[u8]) -> std::io::Result<()> {
    while !bytes.is_empty() {
        match crate::base::system::write(descriptor, bytes) {
            Ok(count) => bytes = &bytes[count..],
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// What became of writing to standard output: signals are looked at, and then it goes on.
///
/// # Errors
/// OSError (BrokenPipeError) if the system refuses, KeyboardInterrupt. What waits is given up then if it is much.
pub fn written(rt: &mut Runtime, mut result: std::io::Result<()>) -> Result<()> {
    while let Err(error) = result {
        if error.kind() != std::io::ErrorKind::Interrupted {
            return Err(crate::types::exception::os_error(rt, &error));
        }
        if let Err(raised) = (rt.hooks.safe_point)(rt) {
            let streams = rt.extension::<Streams>();
            if streams.buffer.len() >= BLOCK {
                streams.buffer.clear();
            }
            return Err(raised);
        }
        result = rt.extension::<Streams>().flush();
    }
    Ok(())
}

/// Writes text to standard output's buffer. OSError (BrokenPipeError) if the system refuses.
pub fn write_stdout(rt: &mut Runtime, text: &Str) -> Result<()> {
    let result = match text.as_ascii() {
        Some(ascii) => rt.extension::<Streams>().write(ascii.as_bytes()),
        None => {
            if text.has_surrogates() {
                let Some(bytes) = escaped(rt, text) else { return Err(surrogate_error(rt, text)) };
                let result = rt.extension::<Streams>().write(&bytes);
                return written(rt, result);
            }
            let bytes = text.to_wtf8();
            rt.extension::<Streams>().write(&bytes)
        }
    };
    written(rt, result)
}

/// The bytes that lone surrogates stand for, if standard output lets them pass and each stands for one.
#[cold]
fn escaped(rt: &mut Runtime, text: &Str) -> Option<Vec<u8>> {
    if !rt.extension::<Streams>().escapes_bytes {
        return None;
    }
    codec::encode(Codec::Utf8, text.text(), Errors::SurrogateEscape).ok()
}

#[cold]
fn surrogate_error(rt: &mut Runtime, text: &Str) -> crate::object::Raised {
    let at = text.units().iter().position(|c| (0xd800..0xe000).contains(&c)).unwrap_or(0);
    let end = at + text.units().iter().skip(at).take_while(|c| (0xd800..0xe000).contains(c)).count();
    let parts = [rt.new_str("utf-8"), Ok(text.clone()), rt.new_str("surrogates not allowed")];
    let [Ok(encoding), Ok(text), Ok(reason)] = parts else { return crate::heap::OutOfMemory.into() };
    let args = [encoding.into(), text.into(), Object::small(at as i32), Object::small(end as i32), reason.into()];
    rt.raise_with(ClassId::UnicodeEncodeError, &args)
}

fn separator(rt: &mut Runtime, value: OrNone<&Object>, name: &str) -> Result<Option<Str>> {
    match value.0 {
        None => Ok(None),
        Some(value) => match value.cast::<StrBody>() {
            Some(text) => Ok(Some(text.clone())),
            None => {
                let got = rt.type_name(value);
                Err(rt.type_error(format!("{name} must be None or a string, not {got}")))
            }
        },
    }
}

fn print(
    rt: &mut Runtime,
    values: Rest<'_>,
    sep: OrNone<&Object>,
    end: OrNone<&Object>,
    file: OrNone<&Object>,
    flush: Option<&Object>,
) -> Result<()> {
    let sep = separator(rt, sep, "sep")?;
    let end = separator(rt, end, "end")?;
    let file = match file.0 {
        Some(file) => file.clone(),
        None => match rt.system_attribute("stdout") {
            Some(stdout) if stdout.is_none() => return Ok(()),
            Some(stdout) => stdout,
            None => return Err(rt.runtime_error("lost sys.stdout")),
        },
    };
    let flush = match flush {
        Some(flush) => rt.truth(flush)?,
        None => false,
    };
    let direct = rt.extension::<Streams>().stdout.as_ref().is_some_and(|own| own.is(&file));
    if direct {
        for (i, value) in values.0.iter().enumerate() {
            if i > 0 {
                rt.check_interrupts()?;
                match &sep {
                    Some(sep) => write_stdout(rt, sep)?,
                    None => write_raw(rt, b" ")?,
                }
            }
            let text = rt.str(value)?;
            write_stdout(rt, &text)?;
        }
        match &end {
            Some(end) => write_stdout(rt, end)?,
            None => write_raw(rt, b"\n")?,
        }
        if flush {
            let result = rt.extension::<Streams>().flush();
            written(rt, result)?;
        }
        return Ok(());
    }
    for (i, value) in values.0.iter().enumerate() {
        if i > 0 {
            rt.check_interrupts()?;
            let sep = match &sep {
                Some(sep) => sep.clone(),
                None => rt.intern_static(" "),
            };
            write_to(rt, &file, &sep)?;
        }
        let text = rt.str(value)?;
        write_to(rt, &file, &text)?;
    }
    let end = match &end {
        Some(end) => end.clone(),
        None => rt.intern_static("\n"),
    };
    write_to(rt, &file, &end)?;
    if flush {
        rt.call_method(&file, "flush", &[])?;
    }
    Ok(())
}

/// `file.write(text)`.
fn write_to(rt: &mut Runtime, file: &Object, text: &Str) -> Result<()> {
    if crate::modules::io::write_object(rt, file, text)? {
        return Ok(());
    }
    let name = rt.names.write.clone();
    rt.call_named(file, &name, std::slice::from_ref(text.as_object())).map(drop)
}

fn write_raw(rt: &mut Runtime, bytes: &[u8]) -> Result<()> {
    let result = rt.extension::<Streams>().write(bytes);
    written(rt, result)
}

impl Runtime {
    /// An attribute of module `sys`, if it is set.
    pub fn system_attribute(&mut self, name: &str) -> Option<Object> {
        let sys = self.intern("sys");
        let module = self.modules.get_str(&self.heap, &sys)?.clone();
        let dict = module.cast::<crate::types::module::ModuleBody>()?.get(&self.heap).dict.clone();
        let name = self.intern(name);
        dict.get_str(&self.heap, &name).cloned()
    }
}

/// A stream of `sys`, which somebody may have deleted or set to None.
fn stream(rt: &mut Runtime, name: &str) -> Result {
    match rt.system_attribute(name).filter(|stream| !stream.is_none()) {
        Some(stream) => Ok(stream),
        None => Err(rt.runtime_error(format!("input(): lost sys.{name}"))),
    }
}

fn input(rt: &mut Runtime, prompt: Option<&Object>) -> Result {
    let (stdin, stdout, stderr) = (stream(rt, "stdin")?, stream(rt, "stdout")?, stream(rt, "stderr")?);
    rt.call_method(&stderr, "flush", &[])?;
    if let Some(prompt) = prompt {
        let text = rt.str(prompt)?;
        write_to(rt, &stdout, &text)?;
    }
    rt.call_method(&stdout, "flush", &[])?;
    let line = rt.call_method(&stdin, "readline", &[]);
    // Whoever answered has ended the line, or Ctrl-C has.
    rt.extension::<Streams>().line_is_open = false;
    let line = line?;
    let Some(text) = line.cast::<StrBody>() else {
        return Err(rt.type_error("object.readline() returned non-string"));
    };
    let length = text.len();
    if length == 0 {
        return Err(rt.raise(ClassId::EOFError, "EOF when reading a line"));
    }
    if text.char_at(length - 1) == u32::from(b'\n') {
        return Ok(text.slice(&rt.heap, &rt.strings, 0, length - 1)?.into());
    }
    Ok(line)
}

/// What stands for `sys.stdin` as long as nobody replaced it.
#[derive(Default)]
pub struct StandardInput {
    /// The object.
    pub object: Option<Object>,
}
