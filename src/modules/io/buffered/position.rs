//! Positions in a buffered stream.

use super::{Buffered, open_raw, raw_of, write};
use crate::heap::Object;
use crate::modules::io::{base, raw, unsupported};
use crate::object::{Result, Runtime};

pub(super) fn tell(rt: &mut Runtime, this: &Buffered) -> Result<i64> {
    let below = raw_of(rt, this)?;
    let position = raw::tell(rt, &below)?;
    let body = this.get(&rt.heap);
    Ok(position - body.unread() as i64 + body.pending.len() as i64)
}

pub(super) fn seek(rt: &mut Runtime, this: &Buffered, target: &Object, whence: Option<i32>) -> Result<i64> {
    let whence = whence.unwrap_or(0);
    if !(0..=2).contains(&whence) {
        return Err(rt.value_error(format!("whence value {whence} unsupported")));
    }
    let below = open_raw(rt, this, "seek of closed file")?;
    base::check(rt, &below, "seekable", "File or stream is not seekable.")?;
    let mut target = rt.to_i64(target)?;
    if whence != libc::SEEK_END && this.get(&rt.heap).readable && this.get(&rt.heap).pending.is_empty() {
        // Within what was read ahead only the reader moves.
        let body = this.get(&rt.heap);
        let (at, length) = (body.at as i64, body.data.len() as i64);
        let end = raw::tell(rt, &below)?;
        let position = if whence == libc::SEEK_SET { target } else { end - (length - at) + target };
        let place = position - (end - length);
        if length > 0 && (0..=length).contains(&place) && this.get(&rt.heap).data.len() as i64 == length {
            this.get_mut(&mut rt.heap).0.at = place as usize;
            return Ok(position);
        }
    }
    write::flush_pending(rt, this)?;
    if whence == libc::SEEK_CUR {
        target -= this.get(&rt.heap).unread() as i64;
    }
    let position = raw::seek(rt, &below, target, whence)?;
    let body = this.get_mut(&mut rt.heap).0;
    body.data.clear();
    body.at = 0;
    Ok(position)
}

pub(super) fn truncate(rt: &mut Runtime, this: &Buffered, size: Option<&Object>) -> Result {
    let below = open_raw(rt, this, "truncate of closed file")?;
    if !this.get(&rt.heap).writable {
        return Err(unsupported(rt, "truncate"));
    }
    write::flush_pending(rt, this)?;
    write::rewind(rt, this, &below)?;
    let size = size.cloned().unwrap_or(Object::NONE);
    rt.call_method(&below, "truncate", &[size])
}
