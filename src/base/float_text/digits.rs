//! The decimal digits of a float: the fewest that identify it, or a given number of exact ones.

use std::fmt::Write;

/// Decimal digits of a finite, non-negative float: the value is `0.d1d2d3… * 10**point`.
///
/// There are no trailing zeros, and no leading ones; zero is the single digit `0` with point 1.
pub(super) struct Decimal {
    pub(super) digits: Digits,
    pub(super) point: i64,
}

/// ASCII digits on the stack. A float has at most 767 significant digits, and its exact text at
/// most 309 before the point and 1074 after it.
pub(super) struct Digits {
    bytes: [u8; CAPACITY],
    length: usize,
}

const CAPACITY: usize = 1400;
/// No float has more significant digits than this.
const MOST_SIGNIFICANT: usize = 767;
/// No float has more decimals than this.
const MOST_DECIMALS: usize = 1074;

impl Digits {
    fn new() -> Self {
        Digits { bytes: [0; CAPACITY], length: 0 }
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

impl Write for Digits {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.length + text.len();
        let room = self.bytes.get_mut(self.length..end).ok_or(std::fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

/// The shortest digits that read back as `value`, the closest to it among those.
pub(super) fn shortest(value: f64) -> Decimal {
    let mut buffer = zmij::Buffer::new();
    let mut text = Digits::new();
    let _ = text.write_str(buffer.format_finite(value));
    normalize(text)
}

/// `count` significant digits (at least one), correctly rounded from the exact value.
pub(super) fn significant(value: f64, count: usize) -> Decimal {
    let mut text = Digits::new();
    let decimals = count.clamp(1, MOST_SIGNIFICANT) - 1;
    let _ = write!(text, "{value:.decimals$e}");
    normalize(text)
}

/// As many digits as `decimals` places after the point need, correctly rounded.
pub(super) fn fixed(value: f64, decimals: usize) -> Decimal {
    let mut text = Digits::new();
    if let Some(scaled) = scaled_integer(value, decimals) {
        let _ = write!(text, "{scaled}");
        let mut decimal = normalize(text);
        decimal.point -= if scaled == 0 { 0 } else { decimals as i64 };
        return decimal;
    }
    let decimals = decimals.min(MOST_DECIMALS);
    let _ = write!(text, "{value:.decimals$}");
    normalize(text)
}

/// `value * 10**decimals`, rounded half to even from the exact product; `None` where that does not
/// fit plain integers. `value` is finite and not negative.
pub(super) fn scaled_integer(value: f64, decimals: usize) -> Option<u64> {
    let bits = value.to_bits();
    let exponent = (bits >> 52) as i64 - 1075;
    if decimals > 22 || !(-120..0).contains(&exponent) {
        return None;
    }
    // 53 bits times 10^22 (74 bits) fit 128.
    let mantissa = u128::from(bits & ((1 << 52) - 1) | 1 << 52);
    let product = mantissa * 10u128.pow(decimals as u32);
    let shift = exponent.unsigned_abs() as u32;
    let (quotient, rest) = (product >> shift, product & ((1 << shift) - 1));
    let half = 1u128 << (shift - 1);
    let up = rest > half || rest == half && quotient & 1 == 1;
    u64::try_from(quotient + u128::from(up)).ok()
}

/// Reads `123.456e-7` into digits and point, in place.
fn normalize(mut text: Digits) -> Decimal {
    let bytes = &mut text.bytes[..text.length];
    let mut exponent = 0;
    let mut end = bytes.len();
    if let Some(mark) = bytes.iter().position(|&byte| byte == b'e') {
        let (negative, digits) = match &bytes[mark + 1..] {
            [b'-', digits @ ..] => (true, digits),
            [b'+', digits @ ..] => (false, digits),
            digits => (false, digits),
        };
        exponent = digits.iter().fold(0i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
        exponent = if negative { -exponent } else { exponent };
        end = mark;
    }
    let whole = bytes[..end].iter().position(|&byte| byte == b'.').unwrap_or(end);
    if whole < end {
        bytes.copy_within(whole + 1..end, whole);
        end -= 1;
    }
    let Some(first) = bytes[..end].iter().position(|&digit| digit != b'0') else {
        text.bytes[0] = b'0';
        text.length = 1;
        return Decimal { digits: text, point: 1 };
    };
    let last = bytes[..end].iter().rposition(|&digit| digit != b'0').unwrap_or(first);
    bytes.copy_within(first..=last, 0);
    text.length = last + 1 - first;
    Decimal { digits: text, point: whole as i64 - first as i64 + exponent }
}
