//! Codecs of one byte by tables: the code pages of DOS, Windows and the Macintosh, ISO 8859 and their kin.

use super::charmap_tables::CHARMAPS;
use super::{Decoding, Encoding, Problem, Replacement};
use crate::base::text::builder::{TextBuf, TextBuilder};
use crate::base::text::unit::TextRef;

/// A codec of one byte.
pub(super) struct Charmap {
    /// Its name in `NAMES`.
    pub module: &'static str,
    /// Its name as `codecs.lookup` gives it.
    pub name: &'static str,
    /// The characters of the bytes below 128, if they are not ASCII.
    pub low: Option<&'static [u16; 128]>,
    /// The characters of the bytes from 128.
    pub high: [u16; 128],
}

/// In the tables: no character.
const UNDEFINED: u16 = 0xfffe;

const REASON: &str = "character maps to <undefined>";

impl Charmap {
    /// The number of the codec of this name of a module.
    pub fn index(module: &str) -> Option<u8> {
        CHARMAPS.iter().position(|charmap| charmap.module == module).map(|index| index as u8)
    }

    fn character(&self, byte: u8) -> u16 {
        match self.low {
            _ if byte >= 128 => self.high[usize::from(byte - 128)],
            Some(low) => low[usize::from(byte)],
            None => byte.into(),
        }
    }

    fn byte(&self, code: u32) -> Option<u8> {
        if self.low.is_none() && code < 128 {
            return Some(code as u8);
        }
        let code = u16::try_from(code).ok().filter(|&code| code != UNDEFINED)?;
        if let Some(place) = self.high.iter().position(|&other| other == code) {
            return Some(place as u8 + 128);
        }
        self.low?.iter().position(|&other| other == code).map(|place| place as u8)
    }
}

fn problem(start: usize, end: usize) -> Problem {
    Problem { encoding: "charmap", start, end, reason: REASON }
}

pub(super) fn decode<E>(index: u8, bytes: &[u8], handler: Decoding<'_, E>) -> Result<(TextBuf, usize), E> {
    let charmap = &CHARMAPS[usize::from(index)];
    let mut target = TextBuilder::with_capacity(bytes.len());
    let mut position = 0;
    while let Some(&byte) = bytes.get(position) {
        match charmap.character(byte) {
            UNDEFINED => position = handler(problem(position, position + 1), &mut target)?.min(bytes.len()),
            code => {
                target.push(code.into());
                position += 1;
            }
        }
    }
    Ok((target.finish(), bytes.len()))
}

pub(super) fn encode<E: From<Problem>>(
    index: u8,
    text: TextRef<'_>,
    target: &mut Vec<u8>,
    handler: Encoding<'_, E>,
) -> Result<(), E> {
    let charmap = &CHARMAPS[usize::from(index)];
    let mut position = 0;
    while let Some(code) = text.get(position) {
        if let Some(byte) = charmap.byte(code) {
            target.push(byte);
            position += 1;
            continue;
        }
        let unknown = |&code: &u32| charmap.byte(code).is_none();
        let run = text.slice(position..text.len()).codes().take_while(unknown).count();
        let problem = problem(position, position + run);
        let (replacement, next) = handler(problem)?;
        match replacement {
            Replacement::Bytes(bytes) => target.extend_from_slice(&bytes),
            Replacement::Text(text) => {
                for code in text.as_ref().codes() {
                    target.push(charmap.byte(code).ok_or(problem)?);
                }
            }
        }
        position = next.min(text.len());
    }
    Ok(())
}
