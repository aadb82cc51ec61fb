//! The decimal digits of a float: the fewest that identify it, or a given number of exact ones.

/// Decimal digits of a finite, non-negative float: the value is `0.d1d2d3… * 10**point`.
///
/// There are no trailing zeros, and no leading ones; zero is the single digit `0` with point 1.
pub(super) struct Decimal {
    pub(super) digits: String,
    pub(super) point: i64,
}

/// No float has more significant digits than this.
const MOST_SIGNIFICANT: usize = 767;
/// No float has more decimals than this.
const MOST_DECIMALS: usize = 1074;

/// The shortest digits that read back as `value`, the closest to it among those.
pub(super) fn shortest(value: f64) -> Decimal {
    let mut buffer = zmij::Buffer::new();
    normalize(buffer.format_finite(value))
}

/// `count` significant digits (at least one), correctly rounded from the exact value.
pub(super) fn significant(value: f64, count: usize) -> Decimal {
    let decimals = count.clamp(1, MOST_SIGNIFICANT) - 1;
    if let Some(decimal) = quick_significant(value, decimals + 1) {
        return decimal;
    }
    normalize(&format!("{value:.decimals$e}"))
}

/// As many digits as `decimals` places after the point need, correctly rounded.
pub(super) fn fixed(value: f64, decimals: usize) -> Decimal {
    let decimals = decimals.min(MOST_DECIMALS);
    normalize(&format!("{value:.decimals$}"))
}

/// The powers of ten that fit a word.
const TENS: [u64; 20] = {
    let mut tens = [1; 20];
    let mut i = 1;
    while i < 20 {
        tens[i] = tens[i - 1] * 10;
        i += 1;
    }
    tens
};

/// `value * 10**decimals`, rounded half to even from the exact product; `None` where that does not
/// fit plain integers. `value` is finite and not negative.
pub fn scaled_integer(value: f64, decimals: usize) -> Option<u64> {
    if value == 0.0 {
        return Some(0);
    }
    let bits = value.to_bits();
    let exponent = (bits >> 52) as i64 - 1075;
    if decimals > 22 || !(-120..0).contains(&exponent) {
        return None;
    }
    // 53 bits times 10^22 (74 bits) fit 128.
    let mantissa = u128::from(bits & ((1 << 52) - 1) | 1 << 52);
    let product = mantissa * TENS.get(decimals).map_or_else(|| 10u128.pow(decimals as u32), |&power| power.into());
    let shift = exponent.unsigned_abs() as u32;
    let (quotient, rest) = (product >> shift, product & ((1 << shift) - 1));
    let half = 1u128 << (shift - 1);
    let up = rest > half || rest == half && quotient & 1 == 1;
    u64::try_from(quotient + u128::from(up)).ok()
}

/// `value / 10**zeros`, rounded half to even; `None` where that does not fit plain integers.
fn divided_integer(value: f64, zeros: usize) -> Option<u64> {
    let &unit = TENS.get(zeros)?;
    if value >= 9.0e18 {
        return None;
    }
    let (whole, is_more) = (value as u64, value.fract() != 0.0);
    let (quotient, rest) = (whole / unit, whole % unit);
    let up = match (2 * u128::from(rest)).cmp(&u128::from(unit)) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => is_more || quotient & 1 == 1,
        std::cmp::Ordering::Less => false,
    };
    Some(quotient + u64::from(up))
}

/// The same where plain integers do.
fn quick_significant(value: f64, count: usize) -> Option<Decimal> {
    let (number, exponent) = scientific(value, count)?;
    let mut digits = number.to_string();
    digits.truncate(digits.trim_end_matches('0').len());
    Some(Decimal { digits, point: exponent + 1 })
}

/// A number of `count` digits and the exponent of the first one's place: the significant digits of a positive, finite
/// value, correctly rounded; `None` where plain integers do not do.
pub fn scientific(value: f64, count: usize) -> Option<(u64, i64)> {
    if count > 17 || value <= 0.0 {
        return None;
    }
    let mut exponent = value.log10().floor() as i64;
    // The logarithm may be one off, and so may be the number of digits that rounding gives.
    for _ in 0..3 {
        let scaled = match count as i64 - 1 - exponent {
            decimals @ 0.. => scaled_integer(value, decimals as usize)?,
            decimals => divided_integer(value, decimals.unsigned_abs() as usize)?,
        };
        if scaled >= TENS[count] {
            exponent += 1;
        } else if scaled < TENS[count - 1] {
            exponent -= 1;
        } else if scaled == TENS[count - 1] && value < *TENS.get(usize::try_from(exponent).ok()?)? as f64 {
            // Rounded up to a power of ten that has a digit less: with the right exponent there are others.
            exponent -= 1;
        } else {
            return Some((scaled, exponent));
        }
    }
    None
}

/// Reads `123.456e-7` into digits and point.
fn normalize(text: &str) -> Decimal {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let exponent: i64 = exponent.parse().unwrap_or(0);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits = String::with_capacity(mantissa.len());
    digits.push_str(whole);
    digits.push_str(fraction);
    let leading = digits.bytes().take_while(|&digit| digit == b'0').count();
    if leading == digits.len() {
        return Decimal { digits: "0".to_string(), point: 1 };
    }
    digits.drain(..leading);
    digits.truncate(digits.trim_end_matches('0').len());
    Decimal { digits, point: whole.len() as i64 - leading as i64 + exponent }
}
