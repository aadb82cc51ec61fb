//! `str.encode`, `bytes.decode`: codecs and error handlers by name, and what they raise.

use crate::base::text::TextBuf;
use crate::base::text::codec::{self, Codec, CodecError, Errors, Problem, Replacement};
use crate::base::watch::LONG_STRETCH;
use crate::heap::Object;
use crate::layout::{Bytes, BytesBody, Str, StrBody, TupleBody};
use crate::object::{ClassId, Raised, Result, Runtime};
use crate::types::codec_long;
use crate::types::str::{Text, text};

/// A name of a codec or handler as CPython takes it over: text without null characters.
pub fn check_name(rt: &mut Runtime, name: &Str) -> Result<()> {
    if name.as_ascii().is_some_and(|name| !name.as_bytes().contains(&0)) {
        return Ok(());
    }
    check_utf8(rt, name)?;
    if name.units().iter().any(|code| code == 0) {
        return Err(rt.value_error("embedded null character"));
    }
    Ok(())
}

/// The `errors` argument of `encode` and `decode`. What is wrong with the name of the encoding is said first.
pub fn errors_argument<'a>(
    rt: &mut Runtime,
    function: &str,
    encoding: Option<&Str>,
    errors: Option<&'a Object>,
) -> Result<Option<&'a Str>> {
    let Some(errors) = errors else { return Ok(None) };
    match errors.cast::<StrBody>() {
        Some(text) => Ok(Some(text)),
        None => {
            if let Some(encoding) = encoding {
                check_name(rt, encoding)?;
            }
            let got = if errors.is_none() { "None".to_owned() } else { rt.type_name(errors) };
            Err(rt.type_error(format!("{function}() argument 'errors' must be str, not {got}")))
        }
    }
}

/// UnicodeEncodeError for text with lone surrogates, which has no UTF-8.
pub fn check_utf8(rt: &mut Runtime, name: &Str) -> Result<()> {
    if name.as_ascii().is_none()
        && let Err(CodecError::Problem(problem)) = codec::encode(Codec::Utf8, name.text(), Errors::Strict)
    {
        return Err(codec_error(rt, ClassId::UnicodeEncodeError, problem, name));
    }
    Ok(())
}

fn check_names(rt: &mut Runtime, encoding: Option<&Str>, errors: Option<&Str>) -> Result<()> {
    encoding.into_iter().chain(errors).try_for_each(|name| check_name(rt, name))
}

/// What a name of an encoding stands for.
enum Found {
    /// A codec of `base::text`.
    Native(Codec),
    /// The `CodecInfo` of a codec that was registered, or is written in Python.
    Registered(Object),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Encoding,
    Decoding,
}

#[cold]
fn unknown_encoding(rt: &mut Runtime, name: &str) -> Raised {
    rt.raise(ClassId::LookupError, format!("unknown encoding: {name}"))
}

/// The codec of a name, UTF-8 if there is none.
fn find(rt: &mut Runtime, name: Option<&Str>, direction: Direction) -> Result<Found> {
    let Some(name) = name else { return Ok(Found::Native(Codec::Utf8)) };
    if let Some(codec) = Codec::from_name(&name.to_rust()) {
        return Ok(Found::Native(codec));
    }
    registered(rt, name, direction).map(Found::Registered)
}

/// Asks the module `codecs` for a codec of text.
#[cold]
fn registered(rt: &mut Runtime, name: &Str, direction: Direction) -> Result {
    let module = rt.intern_static("codecs");
    let module = (rt.hooks.import)(rt, &module)?;
    let info = rt.call_method(&module, "_find", &[name.clone().into()])?;
    if info.is_none() {
        return Err(unknown_encoding(rt, &name.to_rust()));
    }
    let is_text = rt.get_attr_str(&info, "_is_text_encoding")?;
    if !rt.truth(&is_text)? {
        let (name, function) = (name.to_rust(), if direction == Direction::Encoding { "encode" } else { "decode" });
        let hint = format!("use codecs.{function}() to handle arbitrary codecs");
        return Err(rt.raise(ClassId::LookupError, format!("'{name}' is not a text encoding; {hint}")));
    }
    Ok(info)
}

/// Calls the encoder or decoder of a `CodecInfo`.
fn call_registered(
    rt: &mut Runtime,
    info: &Object,
    direction: Direction,
    input: &Object,
    (encoding, errors): (&Str, Option<&Str>),
) -> Result {
    let (function, kind) = if direction == Direction::Encoding { ("encode", "encoder") } else { ("decode", "decoder") };
    let mut args = vec![input.clone()];
    args.extend(errors.map(|errors| errors.clone().into()));
    let result = match rt.call_method(info, function, &args) {
        Ok(result) => result,
        Err(raised) => return Err(with_note(rt, raised, encoding, direction)),
    };
    match result.cast::<TupleBody>().map(|pair| pair.items()) {
        Some([text, _]) => Ok(text.clone()),
        _ => {
            let pair = if direction == Direction::Encoding { "(object, integer)" } else { "(object,integer)" };
            Err(rt.type_error(format!("{kind} must return a tuple {pair}")))
        }
    }
}

/// Notes which codec failed, as CPython does for codecs from its registry.
#[cold]
fn with_note(rt: &mut Runtime, raised: Raised, encoding: &Str, direction: Direction) -> Raised {
    if rt.is_raised(&raised, ClassId::KeyboardInterrupt) {
        return raised;
    }
    let exception = rt.exception(raised);
    let doing = if direction == Direction::Encoding { "encoding" } else { "decoding" };
    let note = format!("{doing} with '{}' codec failed", encoding.to_rust());
    let noted = match rt.new_str(&note) {
        Ok(note) => rt.call_method(&exception, "add_note", &[note.into()]),
        Err(raised) => Err(raised),
    };
    match noted {
        Ok(_) => Raised::new(exception),
        Err(raised) => raised,
    }
}

/// The handler of a name; `None` for one that is not built in.
fn errors_of(name: Option<&Str>) -> Option<Errors> {
    name.map_or(Some(Errors::Strict), |name| Errors::from_name(&name.to_rust()))
}

/// How to handle what cannot be converted.
enum Handler {
    BuiltIn(Errors),
    /// Registered with `codecs.register_error`.
    Registered(Object),
    /// An unknown one, which matters only when there is something to handle.
    Unknown,
}

fn handler_of(rt: &mut Runtime, name: Option<&Str>) -> Result<Handler> {
    if let Some(errors) = errors_of(name) {
        return Ok(Handler::BuiltIn(errors));
    }
    let module = rt.intern_static("codecs");
    // Without the module nothing can have been registered.
    let (Some(module), Some(name)) = (rt.modules.get_str(&rt.heap, &module).cloned(), name) else {
        return Ok(Handler::Unknown);
    };
    let handlers = rt.get_attr_str(&module, "_handlers")?;
    let found = rt.call_method(&handlers, "get", &[name.clone().into()])?;
    Ok(if found.is_none() { Handler::Unknown } else { Handler::Registered(found) })
}

/// What stops a conversion with a registered handler.
enum Failure {
    Problem(Problem),
    Raised(Raised),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Failure::Problem(problem)
    }
}

/// Asks a registered handler about a problem with `object`, of `len` characters or bytes: the replacement and where to
/// go on.
fn ask(
    rt: &mut Runtime,
    handler: &Object,
    direction: Direction,
    problem: Problem,
    (object, len): (&Object, usize),
) -> Result<(Object, usize)> {
    let class = match direction {
        Direction::Encoding => ClassId::UnicodeEncodeError,
        Direction::Decoding => ClassId::UnicodeDecodeError,
    };
    let raised = codec_error(rt, class, problem, object);
    let exception = rt.exception(raised);
    let answer = rt.call(handler, &[exception])?;
    rt.check_interrupts()?;
    let pair = answer.cast::<TupleBody>().map(|pair| pair.items());
    let (replacement, place) = match pair {
        Some([replacement, place])
            if replacement.cast::<StrBody>().is_some()
                || (direction == Direction::Encoding && replacement.cast::<BytesBody>().is_some()) =>
        {
            (replacement.clone(), place.clone())
        }
        _ => {
            let text = match direction {
                Direction::Encoding => "encoding error handler must return (str/bytes, int) tuple",
                Direction::Decoding => "decoding error handler must return (str, int) tuple",
            };
            return Err(rt.type_error(text));
        }
    };
    let place = rt.to_size_index(&place)?;
    let next = if place < 0 { place + len as isize } else { place };
    match usize::try_from(next) {
        Ok(next) if next <= len => Ok((replacement, next)),
        _ => Err(rt.index_error(format!("position {next} from error handler out of bounds"))),
    }
}

fn decode_by(
    rt: &mut Runtime,
    (codec, data): (Codec, &[u8]),
    last: bool,
    object: &Object,
    (handler, name): (Handler, Option<&Str>),
) -> Result<(TextBuf, usize)> {
    let failure = match handler {
        Handler::BuiltIn(errors) if last => match codec::decode(codec, data, errors) {
            Ok(text) => return Ok((text, data.len())),
            Err(error) => error,
        },
        Handler::BuiltIn(errors) => match codec::decode_part(codec, data, last, errors) {
            Ok(done) => return Ok(done),
            Err(error) => error,
        },
        Handler::Registered(handler) => {
            let result = codec::decode_with(codec, data, last, |problem, target| {
                let answer = ask(rt, &handler, Direction::Decoding, problem, (object, data.len()));
                let (replacement, next) = answer.map_err(Failure::Raised)?;
                if let Some(text) = replacement.cast::<StrBody>() {
                    target.push_text(text.text());
                }
                Ok(next)
            });
            match result {
                Ok(done) => return Ok(done),
                Err(Failure::Raised(raised)) => return Err(raised),
                Err(Failure::Problem(problem)) => problem.into(),
            }
        }
        Handler::Unknown => match codec::decode_part(codec, data, last, Errors::Strict) {
            Ok(done) => return Ok(done),
            Err(_) => return Err(unknown_handler(rt, name)),
        },
    };
    Err(match failure {
        CodecError::Problem(problem) => codec_error(rt, ClassId::UnicodeDecodeError, problem, object),
        CodecError::NotForDecoding => rt.type_error("don't know how to handle UnicodeDecodeError in error callback"),
    })
}

/// Decodes with a codec of `base::text`: the text, and the number of bytes consumed, which is less than there are only
/// without `last`.
pub fn decode_native(
    rt: &mut Runtime,
    codec: Codec,
    bytes: &Bytes,
    last: bool,
    errors: Option<&Str>,
) -> Result<(Str, usize)> {
    let data = bytes.as_slice();
    // ASCII is the same in all these codecs, and most text is ASCII.
    let same = matches!(codec, Codec::Utf8 | Codec::Utf8Signed | Codec::Ascii | Codec::Latin1);
    if same
        && (last || codec != Codec::Utf8Signed)
        && let Some(text) = rt.strings.ascii(&rt.heap, data)?
    {
        return Ok((text, data.len()));
    }
    let mark = codec::mark_length(codec, data);
    if last && mark > 0 {
        let behind = rt.bytes.copy(&rt.heap, &data[mark..])?;
        let (text, consumed) = decode_native(rt, Codec::Utf8, &behind, last, errors)?;
        return Ok((text, mark + consumed));
    }
    let handler = handler_of(rt, errors)?;
    if let Handler::BuiltIn(errors) = handler
        && codec::decoding_warning(codec, data, &|| rt.interrupt_waits()).is_none()
        && let Some(decoded) = codec_long::decode(rt, codec, bytes, last, errors)?
    {
        return Ok(decoded);
    }
    let (decoded, consumed) = decode_by(rt, (codec, data), last, bytes, (handler, errors))?;
    if let Some(message) = codec::decoding_warning(codec, &data[..consumed], &|| rt.interrupt_waits()) {
        (rt.hooks.warn)(rt, ClassId::DeprecationWarning, &message, 1)?;
    }
    Ok((text::from_buf(rt, &decoded)?, consumed))
}

/// `bytes.decode(encoding, errors)`.
pub fn decode(rt: &mut Runtime, bytes: &Bytes, encoding: Option<&Str>, errors: Option<&Str>) -> Result<Str> {
    check_names(rt, encoding, errors)?;
    if bytes.as_slice().is_empty() {
        // CPython does not even look for the codec.
        return Ok(rt.strings.empty());
    }
    let (codec, name) = match (find(rt, encoding, Direction::Decoding)?, encoding) {
        (Found::Native(codec), name) => (codec, name),
        (Found::Registered(_), None) => return Ok(rt.strings.empty()),
        (Found::Registered(info), Some(name)) => {
            let result = call_registered(rt, &info, Direction::Decoding, bytes, (name, errors))?;
            return match result.cast::<StrBody>() {
                Some(text) => Ok(text.clone()),
                None => {
                    let (name, got) = (name.to_rust().into_owned(), rt.type_name(&result));
                    let hint = "use codecs.decode() to decode to arbitrary types";
                    Err(rt.type_error(format!("'{name}' decoder returned '{got}' instead of 'str'; {hint}")))
                }
            };
        }
    };
    match (decode_native(rt, codec, bytes, true, errors), name) {
        (Ok((text, _)), _) => Ok(text),
        (Err(raised), Some(name)) if !Codec::is_direct(&name.to_rust()) => {
            Err(with_note(rt, raised, name, Direction::Decoding))
        }
        (Err(raised), _) => Err(raised),
    }
}

/// Encodes with a codec of `base::text`.
pub fn encode_native(rt: &mut Runtime, codec: Codec, string: &Str, errors: Option<&Str>) -> Result<Bytes> {
    if let Some(ascii) = string.as_ascii()
        && matches!(codec, Codec::Utf8 | Codec::Ascii | Codec::Latin1)
    {
        return Ok(rt.bytes.copy(&rt.heap, ascii.as_bytes())?);
    }
    if codec == Codec::Utf8
        && string.len() <= LONG_STRETCH
        && let Some(length) = codec::utf8_length(string.text())
    {
        // Without surrogates nobody is asked about anything.
        return Ok(Bytes::build(&rt.heap, length, |target| codec::write_utf8(string.text(), target))?);
    }
    let handler = handler_of(rt, errors)?;
    if let Handler::BuiltIn(errors) = handler
        && let Some(bytes) = codec_long::encode(rt, codec, string, errors)?
    {
        return Ok(bytes);
    }
    let failure = match handler {
        Handler::BuiltIn(handler) => match codec::encode(codec, string.text(), handler) {
            Ok(bytes) => return Ok(rt.bytes.copy(&rt.heap, &bytes)?),
            Err(error) => error,
        },
        Handler::Registered(handler) => {
            let result = codec::encode_with(codec, string.text(), |problem| {
                let answer = ask(rt, &handler, Direction::Encoding, problem, (string, string.len()));
                let (replacement, next) = answer.map_err(Failure::Raised)?;
                let replacement = match (replacement.cast::<StrBody>(), replacement.cast::<BytesBody>()) {
                    (Some(text), _) => Replacement::Text(text.text().to_buf()),
                    (_, Some(bytes)) => Replacement::Bytes(bytes.as_slice().to_vec()),
                    _ => return Err(Failure::Problem(problem)),
                };
                Ok((replacement, next))
            });
            match result {
                Ok(bytes) => return Ok(rt.bytes.copy(&rt.heap, &bytes)?),
                Err(Failure::Raised(raised)) => return Err(raised),
                Err(Failure::Problem(problem)) => problem.into(),
            }
        }
        Handler::Unknown => match codec::encode(codec, string.text(), Errors::Strict) {
            Ok(bytes) => return Ok(rt.bytes.copy(&rt.heap, &bytes)?),
            Err(_) => return Err(unknown_handler(rt, errors)),
        },
    };
    Err(match failure {
        CodecError::Problem(problem) => codec_error(rt, ClassId::UnicodeEncodeError, problem, string),
        CodecError::NotForDecoding => rt.type_error("wrong kind of error handler"),
    })
}

/// `str.encode(encoding, errors)`.
pub fn encode(rt: &mut Runtime, string: &Str, encoding: Option<&Str>, errors: Option<&Str>) -> Result<Bytes> {
    check_names(rt, encoding, errors)?;
    let (codec, name) = match (find(rt, encoding, Direction::Encoding)?, encoding) {
        (Found::Native(codec), name) => (codec, name),
        (Found::Registered(_), None) => return Ok(rt.bytes.copy(&rt.heap, b"")?),
        (Found::Registered(info), Some(name)) => {
            let result = call_registered(rt, &info, Direction::Encoding, string, (name, errors))?;
            return match result.cast::<BytesBody>() {
                Some(bytes) => Ok(bytes.clone()),
                None => {
                    let (name, got) = (name.to_rust().into_owned(), rt.type_name(&result));
                    let hint = "use codecs.encode() to encode to arbitrary types";
                    Err(rt.type_error(format!("'{name}' encoder returned '{got}' instead of 'bytes'; {hint}")))
                }
            };
        }
    };
    match (encode_native(rt, codec, string, errors), name) {
        (Ok(bytes), _) => Ok(bytes),
        (Err(raised), Some(name)) if !Codec::is_direct(&name.to_rust()) => {
            Err(with_note(rt, raised, name, Direction::Encoding))
        }
        (Err(raised), _) => Err(raised),
    }
}

#[cold]
fn unknown_handler(rt: &mut Runtime, name: Option<&Str>) -> Raised {
    let name = name.map_or("strict".into(), |name| name.to_rust());
    rt.raise(ClassId::LookupError, format!("unknown error handler name '{name}'"))
}

/// UnicodeDecodeError or UnicodeEncodeError over `object`.
#[cold]
pub fn codec_error(rt: &mut Runtime, class: ClassId, problem: Problem, object: &Object) -> Raised {
    let args = |rt: &mut Runtime| -> Result<[Object; 5]> {
        Ok([
            rt.new_str(problem.encoding)?.into(),
            object.clone(),
            rt.new_int(problem.start as i128)?,
            rt.new_int(problem.end as i128)?,
            rt.new_str(problem.reason)?.into(),
        ])
    };
    match args(rt) {
        Ok(args) => rt.raise_with(class, &args),
        Err(raised) => raised,
    }
}
