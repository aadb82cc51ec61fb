//! Neighbours of floats and the IEEE remainder.

/// `math.nextafter(x, y, steps=steps)`.
pub fn step_towards(x: f64, y: f64, steps: u64) -> f64 {
    if x.is_nan() || steps == 0 {
        return x;
    }
    if y.is_nan() || x == y {
        return y;
    }
    const SIGN: u64 = 1 << 63;
    let (a, b) = (x.to_bits(), y.to_bits());
    let (size_a, size_b) = (a & !SIGN, b & !SIGN);
    if (a ^ b) & SIGN != 0 {
        // Through zero.
        if u128::from(size_a) + u128::from(size_b) <= u128::from(steps) {
            return y;
        }
        return match steps.checked_sub(size_a) {
            Some(0) => 0f64.copysign(x),
            Some(beyond) => f64::from_bits((b & SIGN) | beyond),
            None => f64::from_bits((a & SIGN) | (size_a - steps)),
        };
    }
    if size_a > size_b {
        if size_a - size_b >= steps { f64::from_bits(a - steps) } else { y }
    } else if size_b - size_a >= steps {
        f64::from_bits(a + steps)
    } else {
        y
    }
}

/// `math.ulp(x)`: the value of the last place.
pub fn ulp(x: f64) -> f64 {
    let x = x.abs();
    if !x.is_finite() {
        return x;
    }
    match x.next_up() {
        above if above.is_infinite() => x - x.next_down(),
        above => above - x,
    }
}

/// `math.remainder(x, y)`: what is left of `x` after the nearest multiple of `y`, ties to even multiples. `None` outside
/// its domain.
pub fn remainder(x: f64, y: f64) -> Option<f64> {
    if x.is_finite() && y.is_finite() {
        if y == 0.0 {
            return None;
        }
        let (size, modulus) = (x.abs(), y.abs());
        let low = size % modulus;
        let high = modulus - low;
        let rest = if low < high {
            low
        } else if low > high {
            -high
        } else {
            low - 2.0 * ((0.5 * (size - low)) % modulus)
        };
        return Some(1f64.copysign(x) * rest);
    }
    match () {
        _ if x.is_nan() => Some(x),
        _ if y.is_nan() => Some(y),
        _ if x.is_infinite() => None,
        _ => Some(x),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_cross_zero_and_stop_at_the_target() {
        assert_eq!(step_towards(1.0, 2.0, 1), 1.0f64.next_up());
        assert_eq!(step_towards(0.0, -1.0, 1), -5e-324);
        assert_eq!(step_towards(-5e-324, 1.0, 2), 5e-324);
        assert_eq!(step_towards(-1.0, 1.0, u64::MAX), 1.0);
        assert_eq!(step_towards(1.0, 2.0, u64::MAX), 2.0);
    }
}
