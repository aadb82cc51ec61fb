//! Making text files, and changing how they work.

use super::{ORDINARY, TEXT_IO_WRAPPER, TextBody, TextFile, of};
use crate::base::text::codec::{Codec, Errors};
use crate::heap::{Object, Opaque};
use crate::layout::{Str, StrBody};
use crate::modules::io::newline::{self, Newline, State};
use crate::modules::sys::Settings;
use crate::object::{Args, Class, ClassId, Result, Runtime};

pub(super) fn new(rt: &mut Runtime, class: &Class, _: Args<'_>) -> Result {
    Ok(allocate(rt, class)?.into())
}

/// A text file without anything below.
fn allocate(rt: &mut Runtime, class: &Class) -> Result<TextFile> {
    let body = TextBody {
        buffer: Object::NONE,
        standard: ORDINARY,
        detached: false,
        encoding: rt.intern_static("UTF-8"),
        errors: rt.intern_static("strict"),
        codec: Opaque(Codec::Utf8),
        handler: Opaque(Some(Errors::Strict)),
        newline: Opaque(Newline::Universal),
        line_buffering: false,
        write_through: false,
        readable: false,
        writable: false,
        seekable: false,
        telling: false,
        pending: Opaque(Vec::new()),
        mark_written: false,
        decoded: rt.strings.empty(),
        used: 0,
        rest: Opaque(Vec::new()),
        snapshot: Opaque(Vec::new()),
        reading: Opaque(None),
        before: Opaque(State::default()),
        state: Opaque(State::default()),
    };
    rt.alloc_for(class, body)
}

/// A standard stream. It has no layers as long as it speaks UTF-8 and what is wrong in a text is handled natively.
pub fn standard(rt: &mut Runtime, number: u8) -> Result<TextFile> {
    let class = rt.native_class(&TEXT_IO_WRAPPER)?;
    let made = allocate(rt, &class)?;
    let settings = rt.extension::<Settings>();
    let (unbuffered, wanted) = (settings.unbuffered, settings.stream_encoding.clone());
    let errors = match (number, &settings.stream_errors) {
        (2, _) => "backslashreplace".to_owned(),
        (_, Some(errors)) => errors.clone(),
        _ => "strict".to_owned(),
    };
    let codec = wanted.as_deref().and_then(Codec::from_name).unwrap_or(Codec::Utf8);
    let encoding = rt.intern(wanted.as_deref().unwrap_or("utf-8"));
    let handler = Errors::from_name(&errors);
    let errors = rt.intern(&errors);
    let body = made.get_mut(&mut rt.heap).0;
    body.standard = number;
    body.encoding = encoding;
    body.errors = errors;
    body.codec = Opaque(codec);
    body.handler = Opaque(handler);
    body.newline = Opaque(if number == 0 { Newline::Universal } else { Newline::Lf });
    body.line_buffering = !unbuffered && (number == 2 || crate::base::system::is_terminal(number.into()));
    body.write_through = unbuffered;
    body.readable = number == 0;
    body.writable = number != 0;
    // Nothing of what follows is at the beginning of a file.
    body.mark_written = true;
    if codec != Codec::Utf8 || (number == 1 && !matches!(handler, Some(Errors::Strict | Errors::SurrogateEscape))) {
        super::buffer_of(rt, &made)?;
    }
    Ok(made)
}

/// What the arguments of `open` and of the constructor mean.
pub struct Options<'a> {
    pub encoding: Option<&'a Str>,
    pub errors: Option<&'a Str>,
    pub newline: Newline,
    pub line_buffering: bool,
    pub write_through: bool,
}

/// The encoding that is taken where none is given.
fn locale(rt: &mut Runtime) -> Str {
    let mode = rt.extension::<Settings>().utf8_mode;
    rt.intern_static(if mode { "utf-8" } else { "UTF-8" })
}

/// Warns of an encoding that is not given, if that was asked for.
pub fn warn_of_default(rt: &mut Runtime, level: usize) -> Result<()> {
    if !rt.extension::<Settings>().warn_default_encoding {
        return Ok(());
    }
    crate::modules::warnings::warn(rt, ClassId::EncodingWarning, "'encoding' argument not specified", level)
}

fn codec(rt: &mut Runtime, encoding: &Str) -> Result<Codec> {
    crate::types::codec::check_name(rt, encoding)?;
    let name = encoding.to_rust();
    match Codec::from_name(&name) {
        Some(codec) => Ok(codec),
        None => Err(rt.raise(ClassId::LookupError, format!("unknown encoding: {name}"))),
    }
}

fn fill_in(rt: &mut Runtime, this: &TextFile, buffer: &Object, options: &Options<'_>) -> Result<()> {
    let locale = locale(rt);
    let encoding = match options.encoding {
        Some(encoding) if !encoding.equals_text("locale") => encoding.clone(),
        _ => locale,
    };
    let codec = codec(rt, &encoding)?;
    let strict = rt.intern_static("strict");
    let errors = options.errors.cloned().unwrap_or(strict);
    crate::types::codec::check_name(rt, &errors)?;
    let mut answers = [false; 3];
    for (answer, method) in answers.iter_mut().zip(["readable", "writable", "seekable"]) {
        let said = rt.call_method(buffer, method, &[])?;
        *answer = rt.truth(&said)?;
    }
    let [readable, writable, seekable] = answers;
    let mut mark_written = false;
    if seekable && writable && codec != Codec::Utf8 {
        let position = rt.call_method(buffer, "tell", &[])?;
        mark_written = rt.truth(&position)?;
    }
    let handler = Errors::from_name(&errors.to_rust());
    let body = this.get_mut(&mut rt.heap).0;
    let old = (
        std::mem::replace(&mut body.buffer, buffer.clone()),
        std::mem::replace(&mut body.encoding, encoding),
        std::mem::replace(&mut body.errors, errors),
    );
    body.codec = Opaque(codec);
    body.handler = Opaque(handler);
    body.newline = Opaque(options.newline);
    body.line_buffering = options.line_buffering;
    body.write_through = options.write_through;
    (body.readable, body.writable, body.seekable, body.telling) = (readable, writable, seekable, seekable);
    body.standard = ORDINARY;
    body.detached = false;
    body.mark_written = mark_written;
    drop(old);
    Ok(())
}

/// A text file over `buffer`.
pub fn make(rt: &mut Runtime, buffer: &Object, options: &Options<'_>) -> Result<TextFile> {
    let class = rt.native_class(&TEXT_IO_WRAPPER)?;
    let made = allocate(rt, &class)?;
    fill_in(rt, &made, buffer, options)?;
    Ok(made)
}

/// An argument that is a str or None.
pub fn text_or_none<'a>(
    rt: &mut Runtime,
    function: &str,
    name: &str,
    value: Option<&'a Object>,
) -> Result<Option<&'a Str>> {
    let Some(value) = value.filter(|value| !value.is_none()) else { return Ok(None) };
    match value.cast::<StrBody>() {
        Some(text) => Ok(Some(text)),
        None => {
            let got = rt.type_name(value);
            Err(rt.type_error(format!("{function}() argument '{name}' must be str or None, not {got}")))
        }
    }
}

/// The value of a `newline` argument.
pub fn newline_argument(rt: &mut Runtime, function: &str, value: Option<&Object>) -> Result<Newline> {
    let Some(value) = value.filter(|value| !value.is_none()) else { return Ok(Newline::Universal) };
    newline::check_type(rt, value, &format!("{function}() argument 'newline'"))?;
    match newline::read(value) {
        Some(mode) => Ok(mode),
        None => {
            let text = rt.str(value)?.to_rust().into_owned();
            Err(rt.value_error(format!("illegal newline value: {text}")))
        }
    }
}

pub(super) fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    const NAMES: [&str; 6] = ["buffer", "encoding", "errors", "newline", "line_buffering", "write_through"];
    let [buffer, encoding, errors, ends, line_buffering, write_through] =
        crate::types::arity::matched(rt, "TextIOWrapper", &NAMES, args)?;
    let Some(buffer) = buffer else {
        return Err(rt.type_error("TextIOWrapper() missing required argument 'buffer' (pos 1)"));
    };
    let encoding = text_or_none(rt, "TextIOWrapper", "encoding", encoding)?;
    if encoding.is_none() {
        warn_of_default(rt, 1)?;
    }
    let errors = text_or_none(rt, "TextIOWrapper", "errors", errors)?;
    let newline = newline_argument(rt, "TextIOWrapper", ends)?;
    let line_buffering = line_buffering.map_or(Ok(false), |on| rt.truth(on))?;
    let write_through = write_through.map_or(Ok(false), |on| rt.truth(on))?;
    let options = Options { encoding, errors, newline, line_buffering, write_through };
    fill_in(rt, of(this), buffer, &options)
}

/// `reconfigure(*, encoding, errors, newline, line_buffering, write_through)`.
pub(super) fn reconfigure(
    rt: &mut Runtime,
    this: &TextFile,
    encoding: Option<&Object>,
    errors: Option<&Object>,
    ends: Option<&Object>,
    line_buffering: Option<&Object>,
    write_through: Option<&Object>,
) -> Result<()> {
    super::buffer_of(rt, this)?;
    let encoding = text_or_none(rt, "reconfigure", "encoding", encoding)?;
    let errors = text_or_none(rt, "reconfigure", "errors", errors)?;
    let body = this.get(&rt.heap);
    if !body.snapshot.is_empty() && (encoding.is_some() || errors.is_some() || ends.is_some()) {
        return Err(crate::modules::io::unsupported(
            rt,
            "It is not possible to set the encoding or newline of stream after the first read",
        ));
    }
    // A newline that is not given stays as it is; None given means universal.
    let newline = match ends {
        Some(ends) if !ends.is_none() => Some(newline_argument(rt, "reconfigure", Some(ends))?),
        _ => None,
    };
    let flag = |rt: &mut Runtime, value: Option<&Object>| match value.filter(|value| !value.is_none()) {
        Some(value) => rt.truth(value).map(Some),
        None => Ok(None),
    };
    let (line_buffering, write_through) = (flag(rt, line_buffering)?, flag(rt, write_through)?);
    let codec = match encoding {
        Some(encoding) if !encoding.equals_text("locale") => Some(codec(rt, encoding)?),
        Some(_) => Some(Codec::Utf8),
        None => None,
    };
    rt.call_method(this, "flush", &[])?;
    let strict = rt.intern_static("strict");
    let locale = locale(rt);
    let body = this.get_mut(&mut rt.heap).0;
    let mut old = Vec::new();
    if let (Some(encoding), Some(codec)) = (encoding, codec) {
        let encoding = if encoding.equals_text("locale") { locale } else { encoding.clone() };
        old.push(std::mem::replace(&mut body.encoding, encoding));
        body.codec = Opaque(codec);
        body.reading = Opaque(None);
        if errors.is_none() {
            old.push(std::mem::replace(&mut body.errors, strict));
            body.handler = Opaque(Some(Errors::Strict));
        }
    }
    if let Some(errors) = errors {
        body.handler = Opaque(Errors::from_name(&errors.to_rust()));
        old.push(std::mem::replace(&mut body.errors, errors.clone()));
    }
    if let Some(newline) = newline {
        body.newline = Opaque(newline);
    }
    body.line_buffering = line_buffering.unwrap_or(body.line_buffering);
    body.write_through = write_through.unwrap_or(body.write_through);
    drop(old);
    Ok(())
}
