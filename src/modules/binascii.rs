//! `binascii`: bytes as text and back, and checksums.

use super::{NativeModule, set};
use crate::base::watch::{LONG_STRETCH, Pace, STRETCH};
use crate::heap::Object;
use crate::layout::{Bytes, BytesBody, StrBody, Tuple};
use crate::methods;
use crate::object::{Args, ClassId, Raised, Result, Runtime};
use crate::types::module::Module;

methods! {
    static FUNCTIONS = [
        /// Decode a line of base64 data.
        ///
        ///   strict_mode
        ///     When set to True, bytes that are not in the base64 standard are not allowed.
        ///     The same applies to excess data after padding (= / ==).
        @function "a2b_base64"(data, /, *, strict_mode = False) => a2b_base64;
        /// Base64-code line of data.
        @function "b2a_base64"(data, /, *, newline = True) => b2a_base64;
        /// Hexadecimal representation of binary data.
        ///
        ///   sep
        ///     An optional single character or byte to separate hex bytes.
        ///   bytes_per_sep
        ///     How many bytes between separators.  Positive values count from the
        ///     right, negative values count from the left.
        ///
        /// The return value is a bytes object.  This function is also
        /// available as "hexlify()".
        @function "b2a_hex"(data, sep = b"", bytes_per_sep = 1) => hexlify;
        /// Hexadecimal representation of binary data.
        ///
        ///   sep
        ///     An optional single character or byte to separate hex bytes.
        ///   bytes_per_sep
        ///     How many bytes between separators.  Positive values count from the
        ///     right, negative values count from the left.
        ///
        /// The return value is a bytes object.  This function is also
        /// available as "b2a_hex()".
        @function "hexlify"(data, sep = b"", bytes_per_sep = 1) => hexlify;
        /// Binary data of hexadecimal representation.
        ///
        /// hexstr must contain an even number of hex digits (upper or lower case).
        /// This function is also available as "unhexlify()".
        @function "a2b_hex"(hexstr, /) => unhexlify;
        /// Binary data of hexadecimal representation.
        ///
        /// hexstr must contain an even number of hex digits (upper or lower case).
        @function "unhexlify"(hexstr, /) => unhexlify;
        /// Compute CRC-32 incrementally.
        @function "crc32"(data, crc = 0, /) => crc32;
        /// Compute hqx CRC incrementally.
        @function "crc_hqx"(data, crc, /) => crc_hqx;
        /// Decode a line of uuencoded data.
        @function "a2b_uu"(data, /) => a2b_uu;
        /// Uuencode line of data.
        @function "b2a_uu"(data, /, *, backtick = False) => b2a_uu;
        /// Decode a string of qp-encoded data.
        @function "a2b_qp"(data, header = False) => a2b_qp;
        /// Encode a string using quoted-printable encoding.
        ///
        /// On encoding, when istext is set, newlines are not encoded, and white
        /// space at end of lines is.  When istext is not set, \r and \n (CR/LF)
        /// are both encoded.  When quotetabs is set, space and tabs are encoded.
        @function "b2a_qp"(data, quotetabs = False, istext = True, header = False) => b2a_qp;
    ];
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// Longest line that `b2a_qp` writes, with the `=` at its end.
const QP_LINE: usize = 76;

/// `binascii.Error` or `binascii.Incomplete`.
#[cold]
fn error(rt: &mut Runtime, message: &str) -> Raised {
    let raise = |rt: &mut Runtime| -> Result<Raised> {
        let name = rt.intern_static("binascii");
        let module = (rt.hooks.import)(rt, &name)?;
        let class = rt.get_attr_str(&module, "Error")?;
        let text = rt.new_str(message)?;
        Ok(Raised::new(rt.call(&class, &[text.into()])?))
    };
    raise(rt).unwrap_or_else(|raised| raised)
}

/// The bytes of an argument that may be text of ASCII.
fn ascii<'a>(rt: &mut Runtime, object: &'a Object) -> Result<&'a [u8]> {
    if let Some(text) = object.cast::<StrBody>() {
        return match text.as_ascii() {
            Some(ascii) => Ok(ascii.as_bytes()),
            None => Err(rt.value_error("string argument should contain only ASCII characters")),
        };
    }
    match object.cast::<BytesBody>() {
        Some(bytes) => Ok(bytes.as_slice()),
        None => {
            let got = rt.type_name(object);
            let wanted = "argument should be bytes, buffer or ASCII string";
            Err(rt.type_error(format!("{wanted}, not '{got}'")))
        }
    }
}

/// The bytes of an argument that is no text.
fn data<'a>(rt: &mut Runtime, object: &'a Object) -> Result<&'a [u8]> {
    crate::types::bytes::data(rt, object)
}

fn truth(rt: &mut Runtime, object: Option<&Object>, default: bool) -> Result<bool> {
    object.map_or(Ok(default), |object| rt.truth(object))
}

fn bytes(rt: &Runtime, bytes: &[u8]) -> Result {
    Ok(rt.bytes.share_empty(Bytes::new(&rt.heap, bytes)?).into())
}

/// The values of digits of base 64; 255 for all other bytes.
static DIGITS: [u8; 256] = {
    let mut digits = [255; 256];
    let mut i = 0;
    while i < ALPHABET.len() {
        digits[ALPHABET[i] as usize] = i as u8;
        i += 1;
    }
    digits
};

/// The value of a digit of base 64.
fn digit(byte: u8) -> Option<u8> {
    Some(DIGITS[usize::from(byte)]).filter(|&value| value < 64)
}

/// Appends the bytes of the groups of four digits at the beginning; gives the number of digits. At most a stretch.
fn push_whole_groups(input: &[u8], target: &mut Vec<u8>) -> usize {
    let (groups, _) = input[..input.len().min(STRETCH)].as_chunks::<4>();
    let value = |byte: u8| u32::from(DIGITS[usize::from(byte)]);
    let start = target.len();
    target.resize(start + 3 * groups.len(), 0);
    let (places, _) = target[start..].as_chunks_mut::<3>();
    for (i, (&[a, b, c, d], place)) in groups.iter().zip(places).enumerate() {
        let (a, b, c, d) = (value(a), value(b), value(c), value(d));
        if (a | b | c | d) >= 64 {
            target.truncate(start + 3 * i);
            return 4 * i;
        }
        let word = a << 18 | b << 12 | c << 6 | d;
        *place = [(word >> 16) as u8, (word >> 8) as u8, word as u8];
    }
    4 * groups.len()
}

fn a2b_base64(rt: &mut Runtime, input: &Object, strict: Option<&Object>) -> Result {
    let input = ascii(rt, input)?;
    let strict = truth(rt, strict, false)?;
    if strict && input.first() == Some(&b'=') {
        return Err(error(rt, "Leading padding not allowed"));
    }
    let mut target = Vec::with_capacity(input.len() / 4 * 3 + 3);
    // Digits of the group so far, the bits left of them, and the padding after them.
    let (mut group, mut left, mut padding) = (0, 0u8, 0);
    let (mut pace, mut next) = (Pace::default(), 0);
    while let Some(&byte) = input.get(next) {
        if group == 0 && padding == 0 {
            let whole = push_whole_groups(&input[next..], &mut target);
            if whole > 0 {
                rt.heap.go_on()?;
                next += whole;
                continue;
            }
        }
        let i = next;
        next += 1;
        pace.look(i, &|| rt.interrupt_waits())?;
        if byte == b'=' {
            padding += 1;
            if group >= 2 && group + padding >= 4 {
                if strict && i + 1 < input.len() {
                    return Err(error(rt, "Excess data after padding"));
                }
                return bytes(rt, &target);
            }
            if strict && group == 0 {
                return Err(error(rt, "Excess padding not allowed"));
            }
            continue;
        }
        let Some(value) = digit(byte) else {
            if strict {
                return Err(error(rt, "Only base64 data is allowed"));
            }
            continue;
        };
        if strict && padding > 0 {
            return Err(error(rt, "Discontinuous padding not allowed"));
        }
        padding = 0;
        match group {
            0 => left = value,
            1 => {
                target.push(left << 2 | value >> 4);
                left = value & 15;
            }
            2 => {
                target.push(left << 4 | value >> 2);
                left = value & 3;
            }
            _ => target.push(left << 6 | value),
        }
        group = (group + 1) % 4;
    }
    match group {
        0 => bytes(rt, &target),
        1 => {
            let count = target.len() / 3 * 4 + 1;
            let text = format!(
                "Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4"
            );
            Err(error(rt, &text))
        }
        _ => Err(error(rt, "Incorrect padding")),
    }
}

fn b2a_base64(rt: &mut Runtime, input: &Object, newline: Option<&Object>) -> Result {
    let input = data(rt, input)?;
    let newline = truth(rt, newline, true)?;
    let mut target = Vec::with_capacity(input.len().div_ceil(3) * 4 + 1);
    for part in input.chunks(3 * STRETCH) {
        let (groups, rest) = part.as_chunks::<3>();
        let start = target.len();
        target.resize(start + 4 * groups.len(), 0);
        let (places, _) = target[start..].as_chunks_mut::<4>();
        for (i, place) in places.iter_mut().enumerate() {
            let [a, b, c] = groups[i];
            let word = u32::from_be_bytes([0, a, b, c]);
            let digit = |shift: u32| ALPHABET[(word >> shift & 63) as usize];
            *place = [digit(18), digit(12), digit(6), digit(0)];
        }
        for group in rest.chunks(3) {
            let byte = |i: usize| u32::from(group.get(i).copied().unwrap_or(0));
            let word = byte(0) << 16 | byte(1) << 8 | byte(2);
            let digit = |i: usize| match i <= group.len() {
                true => ALPHABET[(word >> (18 - 6 * i) & 63) as usize],
                false => b'=',
            };
            target.extend_from_slice(&[digit(0), digit(1), digit(2), digit(3)]);
        }
        rt.heap.go_on()?;
    }
    if newline {
        target.push(b'\n');
    }
    bytes(rt, &target)
}

fn hexlify(rt: &mut Runtime, input: &Object, separator: Option<&Object>, count: Option<&Object>) -> Result {
    data(rt, input)?;
    let Some(own) = input.cast::<BytesBody>() else { return Ok(Object::NONE) };
    if separator.is_none() && count.is_none() {
        let text = crate::types::bytes::hex(rt, own, None, None)?;
        return bytes(rt, text.as_ascii().map_or(&[], str::as_bytes));
    }
    let args: Vec<Object> = separator.into_iter().chain(count).cloned().collect();
    let plain = Bytes::new(&rt.heap, own.as_slice())?;
    let text = rt.call_method(&plain.into(), "hex", &args)?;
    match text.cast::<StrBody>().and_then(|text| text.as_ascii()) {
        Some(ascii) => bytes(rt, ascii.as_bytes()),
        None => Ok(text),
    }
}

fn unhexlify(rt: &mut Runtime, input: &Object) -> Result {
    let input = ascii(rt, input)?;
    if input.len() % 2 == 1 {
        return Err(error(rt, "Odd-length string"));
    }
    let digit = |byte: u8| (byte as char).to_digit(16).map(|digit| digit as u8);
    let pair = |pair: &[u8]| Some(digit(pair[0])? << 4 | digit(pair[1])?);
    let mut made = Vec::with_capacity(input.len() / 2);
    for part in input.chunks(2 * STRETCH) {
        for byte in part.chunks(2).map(pair) {
            let Some(byte) = byte else { return Err(error(rt, "Non-hexadecimal digit found")) };
            made.push(byte);
        }
        rt.heap.go_on()?;
    }
    bytes(rt, &made)
}

/// The remainders of single bytes with so many zero bytes behind them, by the polynomial 0xedb88320.
static CRC_TABLES: [[u32; 256]; 16] = {
    let mut tables = [[0; 256]; 16];
    let mut i = 0;
    while i < 256 {
        let (mut crc, mut bit) = (i as u32, 0);
        while bit < 128 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
            bit += 1;
            if bit % 8 == 0 {
                tables[bit / 8 - 1][i] = crc;
            }
        }
        i += 1;
    }
    tables
};

/// The remainder of a word with so many bytes before it in a block of sixteen.
#[inline(always)]
fn remainder(word: u32, before: usize) -> u32 {
    CRC_TABLES[15 - before][(word & 255) as usize]
        ^ CRC_TABLES[14 - before][(word >> 8 & 255) as usize]
        ^ CRC_TABLES[13 - before][(word >> 16 & 255) as usize]
        ^ CRC_TABLES[12 - before][(word >> 24) as usize]
}

/// Goes on with a remainder, sixteen bytes at a time (Kounavis and Berry, "slicing by 8", twice as wide).
fn crc32_on(mut crc: u32, bytes: &[u8]) -> u32 {
    let (blocks, rest) = bytes.as_chunks::<16>();
    let word =
        |block: &[u8; 16], at: usize| u32::from_le_bytes([block[at], block[at + 1], block[at + 2], block[at + 3]]);
    let tail =
        |block: &[u8; 16]| remainder(word(block, 4), 4) ^ remainder(word(block, 8), 8) ^ remainder(word(block, 12), 12);
    if let Some((first, others)) = blocks.split_first() {
        // What the last twelve bytes of a block give is known before the remainder of the blocks before them.
        let (mut head, mut known) = (word(first, 0), tail(first));
        for block in others {
            let next = tail(block);
            crc = remainder(head ^ crc, 0) ^ known;
            (head, known) = (word(block, 0), next);
        }
        crc = remainder(head ^ crc, 0) ^ known;
    }
    rest.iter().fold(crc, |crc, &byte| CRC_TABLES[0][usize::from(crc as u8 ^ byte)] ^ crc >> 8)
}

fn crc32(rt: &mut Runtime, input: &Object, crc: Option<&Object>) -> Result {
    let input = data(rt, input)?;
    let start = crc.map_or(Ok(0), |crc| low_bits(rt, crc))?;
    let mut crc = !(start as u32);
    for part in input.chunks(LONG_STRETCH) {
        crc = crc32_on(crc, part);
        rt.heap.go_on()?;
    }
    rt.new_int((!crc).into())
}

/// The low 32 bits of an int of any size.
fn low_bits(rt: &mut Runtime, number: &Object) -> Result<isize> {
    let mask = rt.new_int(0xffff_ffff)?;
    let low = rt.binary(crate::object::BinaryOp::And, number, &mask)?;
    rt.to_size_index(&low)
}

fn crc_hqx(rt: &mut Runtime, input: &Object, crc: &Object) -> Result {
    let input = data(rt, input)?;
    let mut crc = low_bits(rt, crc)? as u16;
    for part in input.chunks(STRETCH) {
        for &byte in part {
            crc ^= u16::from(byte) << 8;
            for _ in 0..8 {
                crc = if crc & 0x8000 != 0 { crc << 1 ^ 0x1021 } else { crc << 1 };
            }
        }
        rt.heap.go_on()?;
    }
    rt.new_int(crc.into())
}

fn a2b_uu(rt: &mut Runtime, input: &Object) -> Result {
    let input = ascii(rt, input)?;
    let length = usize::from(input.first().copied().unwrap_or(0).wrapping_sub(b' ') & 63);
    let mut rest = input.iter().skip(1).peekable();
    let (mut target, mut word, mut bits) = (Vec::with_capacity(length), 0u32, 0);
    while target.len() < length {
        // Lines may have lost spaces at their end.
        let value = match rest.next() {
            None | Some(b'\n' | b'\r') => 0,
            Some(&byte) if (b' '..=b'`').contains(&byte) => u32::from(byte - b' ') & 63,
            Some(_) => return Err(error(rt, "Illegal char")),
        };
        word = word << 6 | value;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            target.push((word >> bits) as u8);
            word &= (1 << bits) - 1;
        }
    }
    if rest.any(|byte| !matches!(byte, b' ' | b'`' | b'\n' | b'\r')) {
        return Err(error(rt, "Trailing garbage"));
    }
    bytes(rt, &target)
}

fn b2a_uu(rt: &mut Runtime, input: &Object, backtick: Option<&Object>) -> Result {
    let input = data(rt, input)?;
    let backtick = truth(rt, backtick, false)?;
    if input.len() > 45 {
        return Err(error(rt, "At most 45 bytes at once"));
    }
    let letter = |value: u32| if value == 0 && backtick { b'`' } else { value as u8 + b' ' };
    let mut target = vec![letter(input.len() as u32)];
    for group in input.chunks(3) {
        let byte = |i: usize| u32::from(group.get(i).copied().unwrap_or(0));
        let word = byte(0) << 16 | byte(1) << 8 | byte(2);
        target.extend((0..4).map(|i| letter(word >> (18 - 6 * i) & 63)));
    }
    target.push(b'\n');
    bytes(rt, &target)
}

fn a2b_qp(rt: &mut Runtime, input: &Object, header: Option<&Object>) -> Result {
    let input = ascii(rt, input)?;
    let header = truth(rt, header, false)?;
    let hex = |byte: u8| (byte as char).to_digit(16).map(|digit| digit as u8);
    let (mut target, mut i, mut pace) = (Vec::with_capacity(input.len()), 0, Pace::default());
    while i < input.len() {
        pace.look(i, &|| rt.interrupt_waits())?;
        let byte = input[i];
        i += 1;
        if byte != b'=' {
            target.push(if header && byte == b'_' { b' ' } else { byte });
            continue;
        }
        match (input.get(i), input.get(i + 1)) {
            (None, _) => {}
            (Some(b'\n' | b'\r'), _) => {
                // A line that goes on: all up to its end is left out.
                i += input[i..].iter().position(|&byte| byte == b'\n').map_or(input.len() - i, |length| length + 1);
            }
            (Some(b'='), _) => {
                target.push(b'=');
                i += 1;
            }
            (Some(&high), Some(&low)) if hex(high).is_some() && hex(low).is_some() => {
                target.push(hex(high).unwrap_or(0) << 4 | hex(low).unwrap_or(0));
                i += 2;
            }
            _ => target.push(b'='),
        }
    }
    bytes(rt, &target)
}

fn b2a_qp(
    rt: &mut Runtime,
    input: &Object,
    quote_tabs: Option<&Object>,
    is_text: Option<&Object>,
    header: Option<&Object>,
) -> Result {
    let input = data(rt, input)?;
    let (quote_tabs, is_text) = (truth(rt, quote_tabs, false)?, truth(rt, is_text, true)?);
    let header = truth(rt, header, false)?;
    // Lines end as the first one does.
    let returns = memchr::memchr(b'\n', input).is_some_and(|end| end > 0 && input[end - 1] == b'\r');
    let (mut target, mut line, mut i) = (Vec::with_capacity(input.len() + 16), 0, 0);
    let end_line = |target: &mut Vec<u8>| target.extend_from_slice(if returns { b"\r\n" } else { b"\n" });
    let mut pace = Pace::default();
    while i < input.len() {
        pace.look(i, &|| rt.interrupt_waits())?;
        let (byte, next) = (input[i], input.get(i + 1).copied());
        let quoted = byte > 126
            || byte == b'='
            || (header && byte == b'_')
            || (byte == b'.' && line == 0 && matches!(next, None | Some(b'\n' | b'\r' | 0)))
            || (!is_text && matches!(byte, b'\r' | b'\n'))
            || (matches!(byte, b'\t' | b' ') && next.is_none())
            || (byte < 33 && !matches!(byte, b'\r' | b'\n' | b'\t' | b' '))
            || (byte < 33
                && !matches!(byte, b'\r' | b'\n')
                && (quote_tabs || (!is_text && byte != b' ' && byte != b'\t')));
        if quoted {
            if line + 3 >= QP_LINE {
                target.push(b'=');
                end_line(&mut target);
                line = 0;
            }
            target.extend_from_slice(format!("={byte:02X}").as_bytes());
            i += 1;
            line += 3;
            continue;
        }
        let ends = byte == b'\n' || (byte == b'\r' && next == Some(b'\n'));
        if is_text && ends {
            line = 0;
            // White space before the end of a line would be lost.
            if let Some(&last @ (b' ' | b'\t')) = target.last() {
                target.pop();
                target.extend_from_slice(format!("={last:02X}").as_bytes());
            }
            end_line(&mut target);
            i += if byte == b'\r' { 2 } else { 1 };
            continue;
        }
        if next.is_some_and(|next| next != b'\n') && line + 1 >= QP_LINE {
            target.push(b'=');
            end_line(&mut target);
            line = 0;
        }
        line += 1;
        target.push(if header && byte == b' ' { b'_' } else { byte });
        i += 1;
    }
    bytes(rt, &target)
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    for (name, base) in [("Error", ClassId::ValueError), ("Incomplete", ClassId::Exception)] {
        let base = rt.class(base).as_object().clone();
        let bases = Tuple::from_array(&rt.heap, [base])?;
        let namespace = rt.new_dict()?;
        let home = rt.intern("binascii");
        rt.put_attribute(&namespace, "__module__", home.into())?;
        let (metaclass, name_object) = (rt.class(ClassId::Type).clone(), rt.intern(name));
        let class = rt.new_class(&metaclass, &name_object, &bases, &namespace, Args::positional_only(&[]))?;
        set(rt, module, name, class.into())?;
    }
    Ok(())
}

/// The description of the module.
pub static MODULE: NativeModule =
    NativeModule { name: "binascii", doc: "Conversion between binary data and ASCII", functions: FUNCTIONS, init };
