//! Code objects as bytes: how the modules in `stdlib/` are shipped compiled.
//!
//! Packed code is read by the very compiler's build that wrote it (see `base/shipped.rs`), so the format needs no
//! version. Numbers are byte-wise varints; of an instruction word only the bytes that are not 0 lie there, behind a byte
//! that says which these are; every text lies once, in front.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Capture, Code, Constant, Handler, LocalKind, LocalVariable, PositionTable};
use crate::base::bigint;

const KINDS: [LocalKind; 5] =
    [LocalKind::Local, LocalKind::Cell, LocalKind::Hidden, LocalKind::HiddenCell, LocalKind::Internal];

/// The bytes of a code object and all in it. Its file name is left out.
pub fn pack(code: &Code) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.code(code);
    let mut out = Vec::new();
    write_number(&mut out, writer.texts.len() as u64);
    for text in &writer.texts {
        write_number(&mut out, text.len() as u64);
        out.extend(text.as_bytes());
    }
    out.extend(writer.out);
    out
}

/// The code object of packed bytes. `None`: they are no such bytes.
pub fn unpack(bytes: &[u8], filename: &str) -> Option<Arc<Code>> {
    let mut reader = Reader { rest: bytes, texts: Vec::new(), filename: filename.into() };
    let count = reader.count()?;
    reader.texts.reserve_exact(count.min(bytes.len()));
    for _ in 0..count {
        let text = reader.bytes()?;
        reader.texts.push(std::str::from_utf8(text).ok()?);
    }
    reader.code()
}

fn write_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[derive(Default)]
struct Writer<'c> {
    out: Vec<u8>,
    texts: Vec<&'c str>,
    places: HashMap<&'c str, u64>,
}

impl<'c> Writer<'c> {
    fn number(&mut self, number: u64) {
        write_number(&mut self.out, number);
    }

    fn text(&mut self, text: &'c str) {
        let new = self.texts.len() as u64;
        let place = *self.places.entry(text).or_insert(new);
        if place == new {
            self.texts.push(text);
        }
        self.number(place);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.out.extend(bytes);
    }

    fn code(&mut self, code: &'c Code) {
        self.text(&code.name);
        self.text(&code.qualname);
        for number in [code.positional_only, code.positional, code.keyword_only, code.nlocals, code.nregs] {
            self.number(number.into());
        }
        self.number(code.first_line.into());
        self.number(code.flags.into());
        self.number(code.locals.len() as u64);
        for local in &code.locals {
            self.text(&local.name);
            self.number(KINDS.iter().position(|kind| *kind == local.kind).unwrap_or(0) as u64);
        }
        self.number(code.free.len() as u64);
        for (name, capture) in &code.free {
            self.text(name);
            self.number(match *capture {
                Capture::Register(register) => u64::from(register) << 1,
                Capture::Free(index) => u64::from(index) << 1 | 1,
            });
        }
        self.number(code.names.len() as u64);
        for name in &code.names {
            self.text(name);
        }
        self.constants(&code.constants);
        self.number(code.words.len() as u64);
        for word in &code.words {
            let bytes = word.to_le_bytes();
            let given = (0..8).filter(|&at| bytes[at] != 0);
            self.out.push(given.clone().map(|at| 1 << at).sum());
            self.out.extend(given.map(|at| bytes[at]));
        }
        self.number(code.handlers.len() as u64);
        for handler in &code.handlers {
            let Handler { start, end, target, depth, register } = *handler;
            for number in [start, end, target, depth.into(), register.into()] {
                self.number(number.into());
            }
        }
        self.bytes(code.positions.bytes());
        self.constants(code.docstring.as_slice());
    }

    fn constants(&mut self, constants: &'c [Constant]) {
        self.number(constants.len() as u64);
        for constant in constants {
            self.constant(constant);
        }
    }

    fn constant(&mut self, constant: &'c Constant) {
        match constant {
            Constant::None => self.out.push(0),
            Constant::True => self.out.push(1),
            Constant::False => self.out.push(2),
            Constant::Ellipsis => self.out.push(3),
            Constant::Int(number) => {
                self.out.push(4);
                self.number((number << 1 ^ number >> 63) as u64);
            }
            Constant::BigInt(number) => {
                let (negative, magnitude) = (number.as_ref().is_negative(), bigint::absolute(number.as_ref()));
                let length = bigint::bit_length(magnitude.as_ref()).div_ceil(8) as usize;
                self.out.extend([5, negative.into()]);
                // As many bytes as it needs: it fits.
                self.bytes(&bigint::to_bytes(magnitude.as_ref(), length, true, false).unwrap_or_default());
            }
            Constant::Float(x) => {
                self.out.push(6);
                self.out.extend(x.to_bits().to_le_bytes());
            }
            Constant::Complex { real, imaginary } => {
                self.out.push(7);
                self.out.extend(real.to_bits().to_le_bytes());
                self.out.extend(imaginary.to_bits().to_le_bytes());
            }
            Constant::Str(text) => {
                self.out.push(8);
                self.text(text);
            }
            Constant::SurrogateStr(bytes) => {
                self.out.push(9);
                self.bytes(bytes);
            }
            Constant::Bytes(bytes) => {
                self.out.push(10);
                self.bytes(bytes);
            }
            Constant::Tuple(items) => {
                self.out.push(11);
                self.constants(items);
            }
            Constant::FrozenSet(items) => {
                self.out.push(12);
                self.constants(items);
            }
            Constant::Code(code) => {
                self.out.push(13);
                self.code(code);
            }
        }
    }
}

struct Reader<'a> {
    rest: &'a [u8],
    texts: Vec<&'a str>,
    filename: Arc<str>,
}

impl<'a> Reader<'a> {
    #[inline]
    fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(byte)
    }

    #[inline]
    fn number(&mut self) -> Option<u64> {
        let mut byte = self.byte()?;
        let (mut number, mut shift) = (u64::from(byte & 0x7f), 7);
        while byte >= 0x80 && shift < 64 {
            byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            shift += 7;
        }
        Some(number)
    }

    fn short(&mut self) -> Option<u16> {
        self.number()?.try_into().ok()
    }

    fn int(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    /// How many things follow, each of a byte at least.
    fn count(&mut self) -> Option<usize> {
        self.number()?.try_into().ok().filter(|&count: &usize| count <= self.rest.len())
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(head)
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let count = self.count()?;
        self.take(count)
    }

    #[inline]
    fn instruction(&mut self) -> Option<u64> {
        let mut given = self.byte()?;
        let mut word = 0;
        while given != 0 {
            word |= u64::from(self.byte()?) << (8 * given.trailing_zeros());
            given &= given - 1;
        }
        Some(word)
    }

    fn word(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.take(8)?.try_into().ok()?))
    }

    fn text(&mut self) -> Option<Box<str>> {
        let place = self.number()? as usize;
        self.texts.get(place).map(|&text| text.into())
    }

    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Box<[T]>> {
        let count = self.count()?;
        let mut items = Vec::with_capacity(count);
        for _ in 0..count {
            items.push(item(self)?);
        }
        Some(items.into_boxed_slice())
    }

    fn code(&mut self) -> Option<Arc<Code>> {
        let (name, qualname) = (self.text()?, self.text()?);
        let (positional_only, positional, keyword_only) = (self.short()?, self.short()?, self.short()?);
        let (nlocals, nregs) = (self.short()?, self.short()?);
        let (first_line, flags) = (self.int()?, self.int()?);
        let locals = self.list(|reader| {
            let name = reader.text()?;
            let kind = *KINDS.get(reader.number()? as usize)?;
            Some(LocalVariable { name, kind })
        })?;
        let free = self.list(|reader| {
            let name = reader.text()?;
            let place = reader.int()?;
            let number = (place >> 1) as u16;
            Some((name, if place & 1 == 0 { Capture::Register(number) } else { Capture::Free(number) }))
        })?;
        let names = self.list(Self::text)?;
        let constants = self.list(Self::constant)?;
        let words = self.list(Self::instruction)?;
        let handlers = self.list(|reader| {
            let (start, end, target) = (reader.int()?, reader.int()?, reader.int()?);
            Some(Handler { start, end, target, depth: reader.short()?, register: reader.short()? })
        })?;
        let positions = PositionTable::from_bytes(first_line, self.bytes()?);
        let docstring = self.list(Self::constant)?.into_vec().pop();
        Some(Arc::new(Code {
            name,
            qualname,
            filename: self.filename.clone(),
            first_line,
            positional_only,
            positional,
            keyword_only,
            flags,
            locals,
            nlocals,
            nregs,
            free,
            names,
            constants,
            words,
            handlers,
            positions,
            docstring,
        }))
    }

    fn constant(&mut self) -> Option<Constant> {
        Some(match self.byte()? {
            0 => Constant::None,
            1 => Constant::True,
            2 => Constant::False,
            3 => Constant::Ellipsis,
            4 => {
                let number = self.number()?;
                Constant::Int((number >> 1) as i64 ^ -((number & 1) as i64))
            }
            5 => {
                let negative = self.byte()? != 0;
                let number = bigint::from_bytes(self.bytes()?, true, false);
                Constant::BigInt(if negative { bigint::negate(number.as_ref()) } else { number })
            }
            6 => Constant::Float(f64::from_bits(self.word()?)),
            7 => Constant::Complex { real: f64::from_bits(self.word()?), imaginary: f64::from_bits(self.word()?) },
            8 => Constant::Str(self.text()?),
            9 => Constant::SurrogateStr(self.bytes()?.into()),
            10 => Constant::Bytes(self.bytes()?.into()),
            11 => Constant::Tuple(self.list(Self::constant)?),
            12 => Constant::FrozenSet(self.list(Self::constant)?),
            13 => Constant::Code(self.code()?),
            _ => return None,
        })
    }
}
