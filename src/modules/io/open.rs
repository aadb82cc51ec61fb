//! `open`.

use super::text::{self, setup};
use super::{buffered, file};
use crate::base::system;
use crate::heap::Object;
use crate::layout::{Str, StrBody};
use crate::methods;
use crate::modules::path::fspath;
use crate::object::{ClassId, Index, Result, Runtime};

methods! {
    pub static OPEN = [
        /// Open file and return a stream.  Raise OSError upon failure.
        @function "open"(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None) => open;
    ];
}

/// What a mode asks for.
struct Mode {
    kind: char,
    plus: bool,
    binary: bool,
}

fn read_mode(rt: &mut Runtime, mode: &Str) -> Result<Mode> {
    let (mut kinds, mut last) = (0, 'r');
    let (mut plus, mut text, mut binary) = (false, false, false);
    let mut invalid = false;
    let letters = mode.to_rust();
    for (index, letter) in letters.chars().enumerate() {
        match letter {
            'r' | 'w' | 'a' | 'x' => {
                kinds += 1;
                last = letter;
            }
            '+' => plus = true,
            't' => text = true,
            'b' => binary = true,
            _ => invalid = true,
        }
        // The same letter twice.
        invalid |= letters.chars().take(index).any(|before| before == letter);
    }
    if invalid {
        return Err(rt.value_error(format!("invalid mode: '{letters}'")));
    }
    if text && binary {
        return Err(rt.value_error("can't have text and binary mode at once"));
    }
    if kinds > 1 {
        return Err(rt.value_error("must have exactly one of create/read/write/append mode"));
    }
    if kinds == 0 {
        return Err(rt.value_error("Must have exactly one of create/read/write/append mode and at most one plus"));
    }
    Ok(Mode { kind: last, plus, binary })
}

#[allow(clippy::too_many_arguments)]
fn open(
    rt: &mut Runtime,
    name: &Object,
    mode: Option<&Object>,
    buffering: Option<Index>,
    encoding: Option<&Object>,
    errors: Option<&Object>,
    newline: Option<&Object>,
    closefd: Option<&Object>,
    opener: Option<&Object>,
) -> Result {
    let reading = rt.intern_static("r");
    let mode = match mode {
        None => &reading,
        Some(mode) => match mode.cast::<StrBody>() {
            Some(mode) => mode,
            None => {
                let got = rt.type_name(mode);
                return Err(rt.type_error(format!("open() argument 'mode' must be str, not {got}")));
            }
        },
    };
    let encoding = setup::text_or_none(rt, "open", "encoding", encoding)?;
    let errors = setup::text_or_none(rt, "open", "errors", errors)?;
    let newline = newline.filter(|newline| !newline.is_none());
    if let Some(newline) = newline {
        super::newline::check_type(rt, newline, "open() argument 'newline'")?;
    }
    let closefd = closefd.map_or(Ok(true), |closefd| rt.truth(closefd))?;
    let path = if crate::layout::int::as_int(name).is_some() { name.clone() } else { fspath(rt, name)? };
    let wants = read_mode(rt, mode)?;
    if wants.binary {
        let given = [("encoding", encoding.is_some()), ("errors", errors.is_some()), ("newline", newline.is_some())];
        if let Some((argument, _)) = given.iter().find(|(_, given)| *given) {
            let article = if *argument == "newline" { "a" } else { "an" };
            return Err(rt.value_error(format!("binary mode doesn't take {article} {argument} argument")));
        }
    }
    let opener = opener.filter(|opener| !opener.is_none());
    let mut raw_mode = wants.kind.to_string();
    if wants.plus {
        raw_mode.push('+');
    }
    let raw = file::make(rt, &path, &raw_mode, closefd, opener)?;
    match layers(rt, &raw, &wants, mode, buffering, encoding, errors, newline) {
        Ok(made) => Ok(made),
        Err(raised) => {
            if let Err(second) = rt.call_method(&raw, "close", &[]) {
                drop(second);
            }
            Err(raised)
        }
    }
}

/// The layers above a file.
#[allow(clippy::too_many_arguments)]
fn layers(
    rt: &mut Runtime,
    raw: &file::File,
    wants: &Mode,
    mode: &Str,
    buffering: Option<Index>,
    encoding: Option<&Str>,
    errors: Option<&Str>,
    newline: Option<&Object>,
) -> Result {
    let mut buffering = buffering.map_or(-1, |buffering| buffering.0);
    let descriptor = raw.get(&rt.heap).descriptor;
    let terminal = buffering < 0 && system::is_terminal(descriptor);
    let line_buffering = (buffering == 1 && !wants.binary) || (buffering == -1 && terminal);
    if buffering < 0 || (buffering == 1 && !wants.binary) {
        buffering = super::BUFFER_SIZE as isize;
    }
    if buffering == 1 {
        let text = "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used";
        crate::modules::warnings::warn(rt, ClassId::RuntimeWarning, text, 1)?;
        buffering = super::BUFFER_SIZE as isize;
    }
    if buffering == 0 {
        if !wants.binary {
            return Err(rt.value_error("can't have unbuffered text I/O"));
        }
        return Ok(raw.as_object().clone());
    }
    let def = match (wants.plus, wants.kind) {
        (true, _) => &buffered::RANDOM,
        (false, 'r') => &buffered::READER,
        _ => &buffered::WRITER,
    };
    if wants.plus && system::seek(descriptor, 0, libc::SEEK_CUR).is_err() {
        return Err(super::unsupported(rt, "File or stream is not seekable."));
    }
    let buffer: Object = buffered::make(rt, def, raw, buffering as usize)?.into();
    if wants.binary {
        return Ok(buffer);
    }
    let newline = setup::newline_argument(rt, "open", newline)?;
    if encoding.is_none() {
        setup::warn_of_default(rt, 1)?;
    }
    let options = setup::Options { encoding, errors, newline, line_buffering, write_through: false };
    let made: Object = text::make(rt, &buffer, &options)?.into();
    let attribute = rt.intern_static("mode");
    rt.set_attr(&made, &attribute, mode)?;
    Ok(made)
}

/// `io.text_encoding`.
pub fn text_encoding(rt: &mut Runtime, encoding: &Object, stack_level: Option<i32>) -> Result {
    if !encoding.is_none() {
        return Ok(encoding.clone());
    }
    setup::warn_of_default(rt, usize::try_from(stack_level.unwrap_or(2)).unwrap_or(0))?;
    let mode = rt.extension::<crate::modules::sys::Settings>().utf8_mode;
    Ok(rt.intern_static(if mode { "utf-8" } else { "locale" }).into())
}

/// `io.open_code`.
pub fn open_code(rt: &mut Runtime, path: &Object) -> Result {
    let Some(_) = path.cast::<StrBody>() else {
        let got = rt.type_name(path);
        return Err(rt.type_error(format!("open_code() argument 'path' must be str, not {got}")));
    };
    let raw = file::make(rt, path, "r", true, None)?;
    Ok(buffered::make(rt, &buffered::READER, &raw, super::BUFFER_SIZE)?.into())
}
