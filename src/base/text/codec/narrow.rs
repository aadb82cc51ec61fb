//! ASCII and Latin-1.

use super::{Codec, Decoding, Encoding, Problem, Replacement};
use crate::base::text::builder::{TextBuf, TextBuilder};
use crate::base::text::unit::TextRef;

/// Decodes ASCII.
pub(super) fn decode_ascii<E>(bytes: &[u8], handler: Decoding<'_, E>) -> Result<(TextBuf, usize), E> {
    let mut target = TextBuilder::with_capacity(bytes.len());
    let mut position = 0;
    while position < bytes.len() {
        let rest = &bytes[position..];
        let valid = if rest.is_ascii() { rest.len() } else { rest.iter().take_while(|byte| byte.is_ascii()).count() };
        target.push_text(TextRef::Ascii(&rest[..valid]));
        position += valid;
        if position < bytes.len() {
            let reason = "ordinal not in range(128)";
            let problem = Problem { encoding: "ascii", start: position, end: position + 1, reason };
            position = handler(problem, &mut target)?.min(bytes.len());
        }
    }
    Ok((target.finish(), bytes.len()))
}

/// Appends text whose code points are below `limit`, one byte each.
pub(super) fn encode<E: From<Problem>>(
    codec: Codec,
    text: TextRef<'_>,
    limit: u32,
    target: &mut Vec<u8>,
    handler: Encoding<'_, E>,
) -> Result<(), E> {
    let reason = if limit == 0x80 { "ordinal not in range(128)" } else { "ordinal not in range(256)" };
    match text {
        TextRef::Ascii(units) => {
            target.extend_from_slice(units);
            return Ok(());
        }
        TextRef::Latin1(units) if limit > 0xff => {
            target.extend_from_slice(units);
            return Ok(());
        }
        _ => {}
    }
    let mut position = 0;
    while let Some(code) = text.get(position) {
        if code < limit {
            target.push(code as u8);
            position += 1;
            continue;
        }
        let run = text.slice(position..text.len()).codes().take_while(|&code| code >= limit).count();
        let problem = Problem { encoding: codec.name(), start: position, end: position + run, reason };
        let (replacement, next) = handler(problem)?;
        match replacement {
            Replacement::Bytes(bytes) => target.extend_from_slice(&bytes),
            Replacement::Text(text) if text.as_ref().codes().any(|code| code >= limit) => return Err(problem.into()),
            Replacement::Text(text) => text.as_ref().push_to(target),
        }
        position = next.min(text.len());
    }
    Ok(())
}
