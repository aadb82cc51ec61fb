//! Positions in text: a number that stands for a byte of the stream below.

use super::{TextFile, buffer_of, check_open, decode, write};
use crate::base::text::codec;
use crate::heap::Object;
use crate::modules::io::newline::{self, Newline};
use crate::modules::io::unsupported;
use crate::object::{ClassId, Result, Runtime};

/// How many characters the first `length` bytes of the snapshot gave.
fn characters(rt: &Runtime, this: &TextFile, length: usize) -> usize {
    let body = this.get(&rt.heap);
    let bytes = &body.snapshot[..length];
    let codec = body.reading.unwrap_or(*body.codec);
    let Ok((text, _)) = codec::decode_part(codec, bytes, false, body.handler.unwrap_or(codec::Errors::Strict)) else {
        return usize::MAX;
    };
    if !body.newline.is_universal() {
        return text.as_ref().len();
    }
    let mut state = *body.before;
    newline::universal(text, &mut state, false, *body.newline == Newline::Universal).as_ref().len()
}

pub(super) fn tell(rt: &mut Runtime, this: &TextFile) -> Result {
    let buffer = buffer_of(rt, this)?;
    check_open(rt, this)?;
    let body = this.get(&rt.heap);
    if !body.seekable {
        return Err(unsupported(rt, "underlying stream is not seekable"));
    }
    if !body.telling {
        return Err(rt.raise(ClassId::OSError, "telling position disabled by next() call"));
    }
    write::write_pending(rt, this)?;
    rt.call_method(this, "flush", &[])?;
    let position = rt.call_method(&buffer, "tell", &[])?;
    let body = this.get(&rt.heap);
    if body.snapshot.is_empty() {
        return Ok(position);
    }
    let (used, length) = (body.used, body.snapshot.len());
    let start = rt.to_i64(&position)? - length as i64;
    let held = this.get(&rt.heap).before.held;
    if used == 0 {
        return rt.new_int((start - i64::from(held)).into());
    }
    // The fewest bytes that give as many characters as were read.
    let (mut low, mut high) = (0, length);
    while low < high {
        let middle = (low + high) / 2;
        if characters(rt, this, middle) >= used { high = middle } else { low = middle + 1 }
    }
    if low > 0 && characters(rt, this, low) > used {
        // A `\r` counts only when the byte behind it is known.
        low -= 1;
    }
    // A line end of two bytes is one character: the second byte belongs to it.
    let body = this.get(&rt.heap);
    if low < length
        && body.snapshot[low] == b'\n'
        && low > 0
        && body.snapshot[low - 1] == b'\r'
        && *body.newline == Newline::Universal
        && characters(rt, this, low + 1) == used
    {
        low += 1;
    }
    rt.new_int((start + low as i64).into())
}

pub(super) fn seek(rt: &mut Runtime, this: &TextFile, cookie: &Object, whence: Option<i32>) -> Result {
    let buffer = buffer_of(rt, this)?;
    check_open(rt, this)?;
    let whence = whence.unwrap_or(0);
    if !this.get(&rt.heap).seekable {
        return Err(unsupported(rt, "underlying stream is not seekable"));
    }
    let zero = Object::small(0);
    let mut cookie = cookie.clone();
    match whence {
        0 => {}
        1 => {
            if !rt.equal(&cookie, &zero)? {
                return Err(unsupported(rt, "can't do nonzero cur-relative seeks"));
            }
            rt.call_method(this, "flush", &[])?;
            cookie = rt.call_method(this, "tell", &[])?;
        }
        2 => {
            if !rt.equal(&cookie, &zero)? {
                return Err(unsupported(rt, "can't do nonzero end-relative seeks"));
            }
            rt.call_method(this, "flush", &[])?;
            decode::reset(rt, this, false);
            let position = rt.call_method(&buffer, "seek", &[zero, Object::small(2)])?;
            this.get_mut(&mut rt.heap).0.mark_written = rt_is_positive(&position);
            return Ok(position);
        }
        _ => return Err(rt.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)"))),
    }
    if rt.compare_bool(crate::object::CompareOp::Less, &cookie, &zero)? {
        let shown = rt.repr(&cookie)?.to_rust().into_owned();
        return Err(rt.value_error(format!("negative seek position {shown}")));
    }
    rt.call_method(this, "flush", &[])?;
    let position = rt.index_object(&cookie)?;
    rt.call_method(&buffer, "seek", std::slice::from_ref(&position))?;
    let moved = rt_is_positive(&position);
    decode::reset(rt, this, !moved);
    this.get_mut(&mut rt.heap).0.mark_written = moved;
    Ok(cookie)
}

fn rt_is_positive(position: &Object) -> bool {
    position.value().as_int() != Some(0)
}

pub(super) fn truncate(rt: &mut Runtime, this: &TextFile, size: Option<&Object>) -> Result {
    let buffer = buffer_of(rt, this)?;
    rt.call_method(this, "flush", &[])?;
    let size = size.cloned().unwrap_or(Object::NONE);
    rt.call_method(&buffer, "truncate", &[size])
}
