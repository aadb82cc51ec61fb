//! Line ends: the `newline` argument, where a line ends, and their translation.

use crate::base::text::{TextBuf, TextBuilder, TextRef};
use crate::heap::Object;
use crate::layout::{StrBody, Units};
use crate::object::{Result, Runtime};

/// How a text file treats line ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Newline {
    /// `None`: all kinds are read as `\n`.
    Universal,
    /// `''`: all kinds end lines and are kept.
    Keep,
    /// `'\n'`
    Lf,
    /// `'\r'`
    Cr,
    /// `'\r\n'`
    CrLf,
}

impl Newline {
    /// Whether all kinds end lines.
    pub fn is_universal(self) -> bool {
        matches!(self, Newline::Universal | Newline::Keep)
    }

    /// What `\n` becomes when it is written, if it changes.
    pub fn written(self) -> Option<&'static str> {
        match self {
            Newline::Cr => Some("\r"),
            Newline::CrLf => Some("\r\n"),
            _ => None,
        }
    }
}

/// The value of a `newline` argument; `None` for one that means nothing.
pub fn read(newline: &Object) -> Option<Newline> {
    let text = newline.cast::<StrBody>()?.to_rust();
    Some(match &*text {
        "" => Newline::Keep,
        "\n" => Newline::Lf,
        "\r" => Newline::Cr,
        "\r\n" => Newline::CrLf,
        _ => return None,
    })
}

/// TypeError unless the argument is a str or None.
pub fn check_type(rt: &mut Runtime, newline: &Object, what: &str) -> Result<()> {
    if newline.is_none() || newline.cast::<StrBody>().is_some() {
        return Ok(());
    }
    let got = rt.type_name(newline);
    Err(rt.type_error(format!("{what} must be str or None, not {got}")))
}

/// The first place of a character below 128 from `from` on.
pub fn find(units: Units<'_>, from: usize, wanted: u8) -> Option<usize> {
    let found = match units {
        Units::Ascii(units) | Units::Latin1(units) => memchr::memchr(wanted, units.get(from..)?),
        Units::Two(units) => units.get(from..)?.iter().position(|&unit| unit == wanted.into()),
        Units::Four(units) => units.get(from..)?.iter().position(|&unit| unit == wanted.into()),
    };
    found.map(|place| from + place)
}

/// The end of the line that begins at `from`, its line end included; `None` if none ends here.
pub fn line_end(units: Units<'_>, from: usize, mode: Newline) -> Option<usize> {
    match mode {
        Newline::Universal | Newline::Lf => find(units, from, b'\n').map(|place| place + 1),
        Newline::Cr => find(units, from, b'\r').map(|place| place + 1),
        Newline::CrLf => {
            let mut from = from;
            loop {
                let place = find(units, from, b'\r')?;
                if place + 1 >= units.len() {
                    return None;
                }
                if units.get(place + 1) == u32::from(b'\n') {
                    return Some(place + 2);
                }
                from = place + 1;
            }
        }
        Newline::Keep => {
            let lf = find(units, from, b'\n');
            let limit = lf.map_or(units.len(), |place| place);
            match find(units.slice(0..limit), from, b'\r') {
                Some(cr) if Some(cr + 1) == lf => Some(cr + 2),
                Some(cr) => Some(cr + 1),
                None => lf.map(|place| place + 1),
            }
        }
    }
}

/// Which kinds of line ends a file was seen to hold.
pub mod seen {
    /// `\r`
    pub const CR: u8 = 1;
    /// `\n`
    pub const LF: u8 = 2;
    /// `\r\n`
    pub const CRLF: u8 = 4;
}

/// The attribute `newlines`: None, the kind, or a tuple of the kinds.
pub fn seen_kinds(rt: &mut Runtime, bits: u8) -> Result {
    let mut kinds: Vec<Object> = Vec::new();
    for (bit, text) in [(seen::CR, "\r"), (seen::LF, "\n"), (seen::CRLF, "\r\n")] {
        if bits & bit != 0 {
            kinds.push(rt.intern(text).into());
        }
    }
    match kinds.len() {
        0 => Ok(Object::NONE),
        1 => Ok(kinds.remove(0)),
        _ => Ok(rt.new_tuple(kinds)?.into()),
    }
}

/// What a universal reader carries from one part to the next.
#[derive(Clone, Copy, Default)]
pub struct State {
    /// A `\r` ended the last part and was held back: `\n` may follow.
    pub held: bool,
    /// The kinds seen so far.
    pub seen: u8,
}

fn holds(text: TextRef<'_>, wanted: u8) -> bool {
    find(crate::types::str::text::units(text), 0, wanted).is_some()
}

/// The text for a reader with universal line ends; with `translate` they become `\n`.
pub fn universal(text: TextBuf, state: &mut State, last: bool, translate: bool) -> TextBuf {
    if !state.held && !holds(text.as_ref(), b'\r') {
        if state.seen & seen::LF == 0 && holds(text.as_ref(), b'\n') {
            state.seen |= seen::LF;
        }
        return text;
    }
    let mut target = TextBuilder::with_capacity(text.as_ref().len() + 1);
    let mut pending = std::mem::take(&mut state.held);
    for code in text.as_ref().codes() {
        let newline = code == u32::from(b'\n');
        if pending {
            pending = false;
            state.seen |= if newline { seen::CRLF } else { seen::CR };
            match (translate, newline) {
                (true, _) => target.push(b'\n'.into()),
                (false, true) => target.push_str("\r\n"),
                (false, false) => target.push(b'\r'.into()),
            }
            if newline {
                continue;
            }
        }
        if code == u32::from(b'\r') {
            pending = true;
        } else {
            if newline {
                state.seen |= seen::LF;
            }
            target.push(code);
        }
    }
    if pending {
        if last {
            state.seen |= seen::CR;
            target.push(if translate { b'\n' } else { b'\r' }.into());
        } else {
            state.held = true;
        }
    }
    target.finish()
}

/// The text with each `\n` replaced.
pub fn replace(text: TextRef<'_>, by: &str) -> TextBuf {
    let mut target = TextBuilder::with_capacity(text.len() + 8);
    for code in text.codes() {
        if code == u32::from(b'\n') { target.push_str(by) } else { target.push(code) }
    }
    target.finish()
}
