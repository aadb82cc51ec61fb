//! From values to bytes.

use super::DEPTH;
use crate::base::bigint::IntRef;
use crate::base::watch::STRETCH;
use crate::heap::Object;
use crate::layout::{BytesBody, DictBody, ListBody, SetBody, Str, StrBody, TupleBody, float, int};
use crate::object::{ClassId, Result, Runtime};
use crate::types::str::{Text, in_parts};
use std::collections::HashMap;

/// Bit of a type code: the object is referred to again by its number.
const FLAG_REF: u8 = 0x80;

struct Writer {
    out: Vec<u8>,
    version: i32,
    /// Numbers of the objects written so far, from version 3 on.
    known: HashMap<u64, u32>,
    /// They stay alive, so that no other object takes an address over.
    kept: Vec<Object>,
    /// How many objects were written.
    steps: usize,
}

/// The value's bytes.
pub fn write(rt: &mut Runtime, value: &Object, version: i32) -> Result<Vec<u8>> {
    let mut writer = Writer { out: Vec::new(), version, known: HashMap::new(), kept: Vec::new(), steps: 0 };
    writer.object(rt, value, 0)?;
    Ok(writer.out)
}

impl Writer {
    fn long(&mut self, n: usize) {
        self.out.extend_from_slice(&(n as u32).to_le_bytes());
    }

    fn object(&mut self, rt: &mut Runtime, value: &Object, depth: usize) -> Result<()> {
        self.steps += 1;
        if self.steps & 0xfff == 0 {
            rt.heap.go_on()?;
        }
        if depth > DEPTH {
            return Err(rt.value_error("object too deeply nested to marshal"));
        }
        let single = match value {
            value if value.is_none() => b'N',
            value if value.is(&Object::TRUE) => b'T',
            value if value.is(&Object::FALSE) => b'F',
            value if value.is(&Object::ELLIPSIS) => b'.',
            value if value.is(rt.class(ClassId::StopIteration)) => b'S',
            _ => 0,
        };
        if single != 0 {
            self.out.push(single);
            return Ok(());
        }
        let mut flag = 0;
        if self.version >= 3 && value.is_pointer() {
            if let Some(&number) = self.known.get(&value.id()) {
                self.out.push(b'r');
                self.long(number as usize);
                return Ok(());
            }
            flag = FLAG_REF;
            self.known.insert(value.id(), self.kept.len() as u32);
            self.kept.push(value.clone());
        }
        if !self.plain(rt, value, flag)? {
            rt.native_call("", |rt| self.container(rt, value, flag, depth))?;
        }
        Ok(())
    }

    /// Numbers and texts; false if it is neither.
    fn plain(&mut self, rt: &Runtime, value: &Object, flag: u8) -> Result<bool> {
        if let Some(number) = int::as_int(value) {
            self.int(rt, number, flag)?;
        } else if let Some(number) = float::as_f64(value) {
            if self.version > 1 {
                self.out.push(b'g' | flag);
                self.out.extend_from_slice(&number.to_le_bytes());
            } else {
                let text = crate::base::float_text::repr(number);
                self.out.extend_from_slice(&[b'f' | flag, text.len() as u8]);
                self.out.extend_from_slice(text.as_bytes());
            }
        } else if let Some(text) = value.cast_exact::<StrBody>() {
            let ascii = text.as_ascii().filter(|_| self.version >= 4);
            match ascii {
                Some(ascii) => {
                    let interned = text.is_interned();
                    if ascii.len() < 256 {
                        let code = if interned { b'Z' } else { b'z' };
                        self.out.extend_from_slice(&[code | flag, ascii.len() as u8]);
                    } else {
                        self.out.push(if interned { b'A' } else { b'a' } | flag);
                        self.long(ascii.len());
                    }
                    rt.heap.append(&mut self.out, ascii.as_bytes())?;
                }
                None => {
                    self.out.push(if text.is_interned() && self.version >= 3 { b't' } else { b'u' } | flag);
                    self.utf8(rt, text)?;
                }
            }
        } else if let Some(bytes) = value.cast_exact::<BytesBody>() {
            self.out.push(b's' | flag);
            self.long(bytes.as_slice().len());
            rt.heap.append(&mut self.out, bytes.as_slice())?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// The length and the bytes of a text as UTF-8, in which surrogates are encoded like other characters.
    fn utf8(&mut self, rt: &Runtime, text: &Str) -> Result<()> {
        let start = self.out.len();
        self.long(0);
        in_parts(rt, text.text(), |part| {
            part.push_wtf8(&mut self.out);
            Ok(true)
        })?;
        let length = self.out.len() - start - size_of::<u32>();
        self.out[start..][..size_of::<u32>()].copy_from_slice(&(length as u32).to_le_bytes());
        Ok(())
    }

    fn int(&mut self, rt: &Runtime, number: IntRef<'_>, flag: u8) -> Result<()> {
        if let Some(small) = number.to_i64().and_then(|n| i32::try_from(n).ok()) {
            self.out.push(b'i' | flag);
            self.out.extend_from_slice(&small.to_le_bytes());
            return Ok(());
        }
        // Digits of 15 bits, the count negative for negative numbers.
        let small;
        let (negative, words) = match number {
            IntRef::Small(n) => {
                small = [n.unsigned_abs()];
                (n < 0, &small[..])
            }
            IntRef::Big { negative, words } => (negative, words),
        };
        let mut digits: Vec<u16> = Vec::new();
        let (mut bits, mut held) = (0u128, 0);
        for words in words.chunks(STRETCH) {
            rt.heap.go_on()?;
            for &word in words {
                bits |= u128::from(word) << held;
                held += 64;
                while held >= 15 {
                    digits.push(bits as u16 & 0x7fff);
                    bits >>= 15;
                    held -= 15;
                }
            }
        }
        digits.push(bits as u16);
        while digits.last() == Some(&0) {
            digits.pop();
        }
        let count = digits.len() as i32;
        self.out.push(b'l' | flag);
        self.out.extend_from_slice(&(if negative { -count } else { count }).to_le_bytes());
        for digits in digits.chunks(STRETCH) {
            rt.heap.go_on()?;
            self.out.extend(digits.iter().flat_map(|digit| digit.to_le_bytes()));
        }
        Ok(())
    }

    fn container(&mut self, rt: &mut Runtime, value: &Object, flag: u8, depth: usize) -> Result<()> {
        if let Some(tuple) = value.cast_exact::<TupleBody>() {
            let items = tuple.items();
            if items.len() < 256 && self.version >= 4 {
                self.out.extend_from_slice(&[b')' | flag, items.len() as u8]);
            } else {
                self.out.push(b'(' | flag);
                self.long(items.len());
            }
            return items.iter().try_for_each(|item| self.object(rt, item, depth + 1));
        }
        if let Some(list) = value.cast_exact::<ListBody>() {
            let count = list.get(&rt.heap).items.len();
            self.out.push(b'[' | flag);
            self.long(count);
            // No Python code runs, so that the list stays as it is.
            for i in 0..count {
                let item = list.get(&rt.heap).items[i].clone();
                self.object(rt, &item, depth + 1)?;
            }
            return Ok(());
        }
        if let Some(dict) = value.cast_exact::<DictBody>() {
            self.out.push(b'{' | flag);
            for (key, value) in dict.pairs(&rt.heap) {
                self.object(rt, &key, depth + 1)?;
                self.object(rt, &value, depth + 1)?;
            }
            self.out.push(b'0');
            return Ok(());
        }
        if let Some(set) = value.cast_exact::<SetBody>() {
            let items: Vec<Object> = set.get(&rt.heap).iter().map(|(item, _)| item.clone()).collect();
            let frozen = rt.class_of(value).is(rt.class(ClassId::FrozenSet));
            self.out.push(if frozen { b'>' } else { b'<' } | flag);
            self.long(items.len());
            return items.iter().try_for_each(|item| self.object(rt, item, depth + 1));
        }
        Err(rt.value_error("unmarshallable object"))
    }
}
