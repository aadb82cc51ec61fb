//! Between string objects and the borrowed and owned text of `base::text`.

use crate::base::text::{TextBuf, TextRef};
use crate::layout::{Str, Units};
use crate::object::{Result, Runtime};

/// A string object as borrowed text.
pub trait Text {
    /// The characters in place.
    fn text(&self) -> TextRef<'_>;
}

impl Text for Str {
    #[inline(always)]
    fn text(&self) -> TextRef<'_> {
        match self.units() {
            Units::Ascii(units) => TextRef::Ascii(units),
            Units::Latin1(units) => TextRef::Latin1(units),
            Units::Two(units) => TextRef::Ucs2(units),
            Units::Four(units) => TextRef::Ucs4(units),
        }
    }
}

/// The same characters as units.
#[inline(always)]
pub fn units(text: TextRef<'_>) -> Units<'_> {
    match text {
        TextRef::Ascii(units) => Units::Ascii(units),
        TextRef::Latin1(units) => Units::Latin1(units),
        TextRef::Ucs2(units) => Units::Two(units),
        TextRef::Ucs4(units) => Units::Four(units),
    }
}

/// A string object with these characters; short ones are shared.
#[inline]
pub fn new(rt: &Runtime, text: TextRef<'_>) -> Result<Str> {
    Ok(rt.strings.string(&rt.heap, units(text))?)
}

/// A string object of owned text.
pub fn from_buf(rt: &Runtime, text: &TextBuf) -> Result<Str> {
    new(rt, text.as_ref())
}

/// The parts, one after the other.
pub fn concat(rt: &Runtime, parts: &[TextRef<'_>]) -> Result<Str> {
    let mut builder = crate::layout::StrBuilder::new();
    for part in parts {
        builder.push_units(&rt.heap, units(*part))?;
    }
    Ok(builder.finish(&rt.heap, &rt.strings)?)
}
