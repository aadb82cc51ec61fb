//! Floats as mantissa and exponent of two.

/// `value * 2**exponent` (C's `ldexp`): rounded once, to nearest even; overflow gives infinity.
pub fn scale_by_power(value: f64, exponent: i64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    // From the smallest subnormal to infinity, and back, is less than 2200 steps.
    let mut exponent = exponent.clamp(-2300, 2300);
    let mut value = value;
    while exponent > 1023 {
        value *= power_of_two(1023);
        exponent -= 1023;
    }
    // Downwards only the last step may leave the normal range, or it would round twice.
    let (mantissa, own) = split(value);
    if exponent < 0 && own + exponent < -1021 {
        // mantissa in [0.5, 1): scaling it to the target in two exact steps and one rounding one.
        let total = own + exponent;
        if total < -1080 {
            return 0.0f64.copysign(value);
        }
        return mantissa * power_of_two(-1000) * power_of_two(total + 1000);
    }
    while exponent < -1022 {
        value *= power_of_two(-1022);
        exponent += 1022;
    }
    value * power_of_two(exponent)
}

/// 2**exponent for exponents of normal floats.
fn power_of_two(exponent: i64) -> f64 {
    debug_assert!((-1022..=1023).contains(&exponent));
    f64::from_bits(((exponent + 1023) as u64) << 52)
}

/// `math.frexp(value)`: mantissa in `[0.5, 1)` (with sign) and exponent; zero, infinities and NaN
/// have exponent 0.
pub fn split(value: f64) -> (f64, i64) {
    if value == 0.0 || !value.is_finite() {
        return (value, 0);
    }
    let biased = |bits: u64| (bits >> 52 & 0x7ff) as i64;
    let bits = value.to_bits();
    let (bits, adjust) = if biased(bits) == 0 { ((value * power_of_two(64)).to_bits(), 64) } else { (bits, 0) };
    let exponent = biased(bits) - 1022 - adjust;
    (f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52), exponent)
}

/// The float nearest to `mantissa * 2**exponent`, ties to even, rounded once even if the result is
/// subnormal. `inexact` says that the true mantissa lies a little above the given one.
pub fn round_scaled(mantissa: u64, inexact: bool, exponent: i64) -> f64 {
    if mantissa == 0 {
        return 0.0;
    }
    // Bits of precision that a float of this size has; none far below the subnormals.
    let length = i64::from(64 - mantissa.leading_zeros());
    let top = exponent.saturating_add(length);
    let precision = if top < -1021 { 53 + 1021 + top } else { 53 };
    if precision < 0 {
        return 0.0;
    }
    let extra = length - precision;
    if extra <= 0 {
        return scale_by_power(mantissa as f64, exponent);
    }
    let mask = if extra >= 64 { u64::MAX } else { (1 << extra) - 1 };
    let half = 1u64 << (extra - 1);
    let (low, kept) = (mantissa & mask, mantissa & !mask);
    let odd = extra < 64 && mantissa >> extra & 1 == 1;
    let up = low > half || low == half && (inexact || odd);
    // In 128 bits, as rounding up may carry beyond 64; the value itself has few significant bits.
    let rounded = u128::from(kept) + if up { u128::from(mask) + 1 } else { 0 };
    scale_by_power(rounded as f64, exponent)
}
