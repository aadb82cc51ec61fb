//! The presentation types of floats, `e E f F g G r`: digits laid out as CPython's
//! `PyOS_double_to_string` does. Sign, padding, grouping and `%` are `format_spec`'s.

use super::digits::{Decimal, fixed, scaled_integer, shortest, significant};
use crate::base::bigint::{DECIMAL_I64, decimal_u64};
use crate::base::watch::{STRETCH, Stopped, Watch, look};

/// Which presentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FloatCode {
    /// `e`: one digit, point, `precision` digits, exponent.
    Exponent,
    /// `f`: `precision` digits after the point.
    Fixed,
    /// `g`: `precision` significant digits, exponent if that is shorter.
    #[default]
    General,
    /// The shortest digits that read back; precision is ignored.
    Repr,
}

/// How to lay a float out.
#[derive(Clone, Copy, Debug, Default)]
pub struct FloatStyle {
    /// The presentation.
    pub code: FloatCode,
    /// Digits, in the sense of `code`.
    pub precision: usize,
    /// `#`: always a decimal point, and `g` keeps trailing zeros.
    pub alternate: bool,
    /// `.0` after a number that would look like an int, as `repr` has it.
    pub add_dot_zero: bool,
    /// `E`, `INF`, `NAN`.
    pub upper_case: bool,
}

/// The text of `abs(value)`. Up to about 310 plus `precision` characters long: who takes a
/// precision from outside checks it first.
pub fn format_magnitude(value: f64, style: FloatStyle) -> String {
    format_watched(value, style, &|| false).unwrap_or_default()
}

/// [`format_magnitude`] with a precision that may be large.
///
/// # Errors
/// `watch` said to stop.
pub fn format_watched(value: f64, style: FloatStyle, watch: Watch<'_>) -> Result<String, Stopped> {
    let value = value.abs();
    if !value.is_finite() {
        let text = if value.is_nan() { "nan" } else { "inf" };
        return Ok(if style.upper_case { text.to_ascii_uppercase() } else { text.to_string() });
    }
    if style.code == FloatCode::Fixed
        && let Some(scaled) = scaled_integer(value, style.precision)
    {
        return format_scaled(scaled, style, watch);
    }
    let precision = match style.code {
        FloatCode::General => style.precision.max(1),
        _ => style.precision,
    };
    let Decimal { digits, point } = match style.code {
        FloatCode::Exponent => significant(value, precision.saturating_add(1)),
        FloatCode::Fixed => fixed(value, precision),
        FloatCode::General => significant(value, precision),
        FloatCode::Repr => shortest(value),
    };
    let digits = digits.as_str();
    let wide = i64::try_from(precision).unwrap_or(i64::MAX);
    let use_exponent = match style.code {
        FloatCode::Exponent => true,
        FloatCode::Fixed => false,
        FloatCode::General => point <= -4 || point > wide - i64::from(style.add_dot_zero),
        FloatCode::Repr => point <= -4 || point > 16,
    };
    // How many digits are shown, zeros appended; never fewer than there are.
    let shown = match style.code {
        FloatCode::Exponent => precision.saturating_add(1),
        FloatCode::Fixed => usize::try_from(wide.saturating_add(point)).unwrap_or(0),
        FloatCode::General if style.alternate => precision,
        FloatCode::General | FloatCode::Repr => digits.len(),
    };
    let whole = if use_exponent { 1 } else { point };
    let mut text = String::new();
    push_digits(&mut text, digits, shown.max(1), whole, watch)?;
    if !text.contains('.') {
        if style.add_dot_zero && !use_exponent {
            text.push_str(".0");
        } else if style.alternate {
            text.push('.');
        }
    }
    if use_exponent {
        let exponent = if digits == "0" { 0 } else { point - 1 };
        let (mark, sign) = (if style.upper_case { 'E' } else { 'e' }, if exponent < 0 { '-' } else { '+' });
        text.push_str(&format!("{mark}{sign}{:02}", exponent.unsigned_abs()));
    }
    Ok(text)
}

/// The fixed layout of `scaled / 10**precision`: no digit is left to find.
fn format_scaled(scaled: u64, style: FloatStyle, watch: Watch<'_>) -> Result<String, Stopped> {
    let mut buffer = [0; DECIMAL_I64];
    let digits = decimal_u64(scaled, &mut buffer);
    let precision = style.precision;
    let mut text = String::with_capacity(digits.len().max(precision + 1) + 1);
    let zeros = (precision + 1).saturating_sub(digits.len());
    if zeros > 0 {
        // Less than one: zeros before the point and behind it.
        text.push_str(if precision > 0 { "0." } else { "0" });
        push_zeros(&mut text, zeros - 1, watch)?;
        text.push_str(digits);
    } else {
        let (whole, fraction) = digits.split_at(digits.len() - precision);
        text.push_str(whole);
        if precision > 0 {
            text.push('.');
            text.push_str(fraction);
        }
    }
    if precision == 0 && style.alternate {
        text.push('.');
    }
    Ok(text)
}

/// Writes `shown` digits with the point after `whole` of them (before the first if not positive),
/// a zero where no digit is left.
fn push_digits(text: &mut String, digits: &str, shown: usize, whole: i64, watch: Watch<'_>) -> Result<(), Stopped> {
    if whole <= 0 {
        text.push_str("0.");
        push_zeros(text, whole.unsigned_abs() as usize, watch)?;
        return push_padded(text, digits, shown, watch);
    }
    let whole = whole as usize;
    let split = whole.min(digits.len());
    push_padded(text, &digits[..split], whole, watch)?;
    if shown > whole {
        text.push('.');
        push_padded(text, &digits[split..], shown - whole, watch)?;
    }
    Ok(())
}

fn push_padded(text: &mut String, digits: &str, width: usize, watch: Watch<'_>) -> Result<(), Stopped> {
    text.push_str(digits);
    push_zeros(text, width.saturating_sub(digits.len()), watch)
}

fn push_zeros(text: &mut String, count: usize, watch: Watch<'_>) -> Result<(), Stopped> {
    let mut left = count;
    while left > STRETCH {
        if left == count {
            text.reserve_exact(count + 8);
        }
        text.push_str(&"0".repeat(STRETCH));
        left -= STRETCH;
        look(watch)?;
    }
    text.extend(std::iter::repeat_n('0', left));
    Ok(())
}
