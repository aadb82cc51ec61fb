//! From bytes, or a file, to values.

use super::DEPTH;
use crate::base::bigint::Int;
use crate::base::watch::STRETCH;
use crate::heap::Object;
use crate::layout::{Bytes, BytesBody, List, ListBody, Str, Tuple, int};
use crate::object::{ClassId, Raised, Result, Runtime};

/// Where the bytes come from.
pub enum Source<'a> {
    /// What is left of them.
    Bytes(&'a [u8]),
    /// An object with `read`.
    File(&'a Object),
}

struct Reader<'a> {
    source: Source<'a>,
    /// Objects by number; `UNBOUND` while they are being read.
    known: Vec<Object>,
    /// How many objects were begun.
    steps: usize,
}

/// Reads one value.
pub fn read(rt: &mut Runtime, source: Source<'_>) -> Result {
    let mut reader = Reader { source, known: Vec::new(), steps: 0 };
    match reader.object(rt, 0)? {
        Some(value) => Ok(value),
        None => Err(rt.type_error("NULL object in marshal data for object")),
    }
}

fn bad(rt: &mut Runtime, what: &str) -> Raised {
    rt.value_error(format!("bad marshal data ({what})"))
}

impl Reader<'_> {
    fn take(&mut self, rt: &mut Runtime, count: usize) -> Result<Vec<u8>> {
        let bytes = match &mut self.source {
            Source::Bytes(rest) => match rest.split_at_checked(count) {
                Some((bytes, after)) => {
                    *rest = after;
                    let mut taken = Vec::new();
                    rt.heap.append(&mut taken, bytes)?;
                    return Ok(taken);
                }
                None => None,
            },
            Source::File(file) => {
                let wanted = rt.new_int(count as i128)?;
                let read = rt.call_method(file, "read", &[wanted])?;
                let Some(bytes) = read.cast::<BytesBody>() else {
                    let got = rt.type_name(&read);
                    return Err(rt.type_error(format!("file.read() returned not bytes but {got}")));
                };
                let mut taken = Vec::new();
                rt.heap.append(&mut taken, bytes.as_slice())?;
                Some(taken)
            }
        };
        match bytes {
            Some(bytes) if bytes.len() == count => Ok(bytes),
            _ => Err(rt.raise(ClassId::EOFError, "marshal data too short")),
        }
    }

    fn byte(&mut self, rt: &mut Runtime) -> Result<u8> {
        Ok(self.take(rt, 1)?[0])
    }

    fn long(&mut self, rt: &mut Runtime) -> Result<i32> {
        let bytes = self.take(rt, 4)?;
        Ok(i32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    fn size(&mut self, rt: &mut Runtime, what: &str) -> Result<usize> {
        let size = self.long(rt)?;
        usize::try_from(size).map_err(|_| bad(rt, &format!("{what} size out of range")))
    }

    /// A value; `None` for the mark that ends dicts.
    fn object(&mut self, rt: &mut Runtime, depth: usize) -> Result<Option<Object>> {
        let code = match self.byte(rt) {
            Ok(code) => code,
            Err(raised) if rt.is_raised(&raised, ClassId::EOFError) => {
                return Err(rt.raise(ClassId::EOFError, "EOF read where object expected"));
            }
            Err(raised) => return Err(raised),
        };
        self.steps += 1;
        if self.steps & 0xfff == 0 {
            rt.heap.go_on()?;
        }
        if depth > DEPTH {
            return Err(rt.value_error("recursion limit exceeded"));
        }
        let number = if code & 0x80 != 0 {
            self.known.push(Object::UNBOUND);
            Some(self.known.len() - 1)
        } else {
            None
        };
        let value = match code & 0x7f {
            b'0' => return Ok(None),
            b'N' => Object::NONE,
            b'S' => rt.class(ClassId::StopIteration).as_object().clone(),
            b'.' => Object::ELLIPSIS,
            b'T' => Object::TRUE,
            b'F' => Object::FALSE,
            b'i' => {
                let n = self.long(rt)?;
                rt.new_int(n.into())?
            }
            b'I' => {
                let bytes: [u8; 8] = self.take(rt, 8)?.try_into().unwrap_or_default();
                rt.new_int(i64::from_le_bytes(bytes).into())?
            }
            b'l' => self.big_int(rt)?,
            b'g' => {
                let bytes: [u8; 8] = self.take(rt, 8)?.try_into().unwrap_or_default();
                rt.new_float(f64::from_le_bytes(bytes))?
            }
            b'f' => {
                let count = self.byte(rt)? as usize;
                let bytes = self.take(rt, count)?;
                match std::str::from_utf8(&bytes).ok().and_then(|text| text.parse::<f64>().ok()) {
                    Some(x) => rt.new_float(x)?,
                    None => return Err(bad(rt, "invalid float")),
                }
            }
            b'x' | b'y' => return Err(rt.not_implemented("complex numbers are not supported yet")),
            b'c' => return Err(rt.not_implemented("code objects of CPython cannot be unmarshalled")),
            b's' => {
                let count = self.size(rt, "bytes object")?;
                let bytes = self.take(rt, count)?;
                rt.bytes.share_empty(Bytes::new(&rt.heap, &bytes)?).into()
            }
            kind @ (b'a' | b'A' | b'z' | b'Z' | b'u' | b't') => self.text(rt, kind)?,
            b'r' => {
                let index = self.long(rt)?;
                match usize::try_from(index).ok().and_then(|index| self.known.get(index)) {
                    Some(value) if !value.is_unbound() => value.clone(),
                    _ => return Err(bad(rt, "invalid reference")),
                }
            }
            kind => rt.native_call("", |rt| self.container(rt, kind, number, depth))?,
        };
        if let Some(number) = number {
            self.known[number] = value.clone();
        }
        Ok(Some(value))
    }

    fn big_int(&mut self, rt: &mut Runtime) -> Result {
        let count = self.long(rt)?;
        let digits = count.unsigned_abs() as usize;
        let bytes = self.take(rt, digits * 2)?;
        let mut words: Vec<u64> = Vec::with_capacity(digits / 4 + 1);
        let (mut bits, mut held) = (0u128, 0);
        for (i, pair) in bytes.chunks_exact(2).enumerate() {
            if i.is_multiple_of(STRETCH) {
                rt.heap.go_on()?;
            }
            let digit = u16::from_le_bytes([pair[0], pair[1]]);
            if digit > 0x7fff {
                return Err(bad(rt, "digit out of range in long"));
            }
            bits |= u128::from(digit) << held;
            held += 15;
            if held >= 64 {
                words.push(bits as u64);
                bits >>= 64;
                held -= 64;
            }
        }
        if digits > 0 && bytes.ends_with(&[0, 0]) {
            return Err(bad(rt, "unnormalized long data"));
        }
        words.push(bits as u64);
        Ok(int::from_int(&rt.heap, &Int::from_words(count < 0, words))?)
    }

    fn text(&mut self, rt: &mut Runtime, kind: u8) -> Result {
        let count = match kind {
            b'z' | b'Z' => self.byte(rt)? as usize,
            _ => self.size(rt, "string")?,
        };
        let bytes = self.take(rt, count)?;
        let text = match kind {
            b'u' | b't' => match std::str::from_utf8(&bytes) {
                Ok(text) => rt.new_str(text)?,
                Err(_) => match surrogates(&bytes) {
                    Some(characters) => Str::from_four(&rt.heap, &characters)?,
                    None => return Err(bad(rt, "invalid text")),
                },
            },
            _ => Str::from_latin1(&rt.heap, &bytes)?,
        };
        Ok(if matches!(kind, b'A' | b'Z' | b't') { rt.intern_str(&text).into() } else { text.into() })
    }

    fn item(&mut self, rt: &mut Runtime, depth: usize, what: &str) -> Result {
        match self.object(rt, depth + 1)? {
            Some(item) => Ok(item),
            None => Err(rt.type_error(format!("NULL object in marshal data for {what}"))),
        }
    }

    fn container(&mut self, rt: &mut Runtime, kind: u8, number: Option<usize>, depth: usize) -> Result {
        match kind {
            b'(' | b')' => {
                let count = if kind == b')' { self.byte(rt)? as usize } else { self.size(rt, "tuple")? };
                let mut items = Vec::new();
                for _ in 0..count {
                    items.push(self.item(rt, depth, "tuple")?);
                }
                Ok(rt.new_tuple(items)?.into())
            }
            b'[' => {
                let count = self.size(rt, "list")?;
                let list = List::from_slice(&rt.heap, &[])?;
                self.note(number, list.as_object());
                for _ in 0..count {
                    let item = self.item(rt, depth, "list")?;
                    if let Some(list) = list.as_object().cast::<ListBody>() {
                        let (body, heap) = list.get_mut(&mut rt.heap);
                        body.items.push(heap, item)?;
                    }
                }
                Ok(list.into())
            }
            b'{' => {
                let dict: Object = rt.new_dict()?.into();
                self.note(number, &dict);
                while let Some(key) = self.object(rt, depth + 1)? {
                    let Some(value) = self.object(rt, depth + 1)? else { break };
                    rt.set_item(&dict, &key, &value)?;
                }
                Ok(dict)
            }
            b'<' | b'>' => {
                let count = self.size(rt, "set")?;
                let mut items = Vec::new();
                for _ in 0..count {
                    items.push(self.item(rt, depth, "set")?);
                }
                let items = Tuple::from_slice(&rt.heap, &items)?;
                let class = rt.class(if kind == b'<' { ClassId::Set } else { ClassId::FrozenSet }).clone();
                rt.call(&class, &[items.into()])
            }
            _ => Err(bad(rt, "unknown type code")),
        }
    }

    /// Objects that may contain themselves are known before their items.
    fn note(&mut self, number: Option<usize>, value: &Object) {
        if let Some(number) = number {
            self.known[number] = value.clone();
        }
    }
}

/// The characters of UTF-8 that may encode lone surrogates.
fn surrogates(bytes: &[u8]) -> Option<Vec<u32>> {
    let mut characters = Vec::new();
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        let (length, start) = match first {
            0..0x80 => (1, u32::from(first)),
            0xc2..0xe0 => (2, u32::from(first) & 0x1f),
            0xe0..0xf0 => (3, u32::from(first) & 0xf),
            0xf0..0xf5 => (4, u32::from(first) & 7),
            _ => return None,
        };
        let mut character = start;
        for &byte in bytes.get(at + 1..at + length)? {
            if byte & 0xc0 != 0x80 {
                return None;
            }
            character = character << 6 | u32::from(byte & 0x3f);
        }
        let least = [0, 0, 0x80, 0x800, 0x1_0000][length];
        if character < least || character > 0x10_ffff {
            return None;
        }
        characters.push(character);
        at += length;
    }
    Some(characters)
}
