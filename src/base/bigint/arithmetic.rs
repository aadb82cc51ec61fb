//! Sum, difference, product, sign.

use super::draft::SCHOOLBOOK_WORDS;
use super::value::ubig;
use super::{Int, IntError, IntRef, MAX_BITS, Scratch, magnitude, short_product, sum};

/// `a + b`.
pub fn add(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    add_signed(a, b, false)
}

/// `a - b`.
pub fn subtract(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    add_signed(a, b, true)
}

fn add_signed(a: IntRef<'_>, b: IntRef<'_>, flip: bool) -> Int {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b) {
        let (a, b) = (i128::from(a), i128::from(b));
        return Int::from_i128(if flip { a - b } else { a + b });
    }
    sum(a, b, flip, &mut Scratch::default()).to_int()
}

/// `a * b`.
pub fn multiply(a: IntRef<'_>, b: IntRef<'_>) -> Result<Int, IntError> {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b) {
        return Ok(Int::from_i128(i128::from(a) * i128::from(b)));
    }
    if let Some(product) = short_product(a, b, |draft| draft.to_int()) {
        return Ok(product);
    }
    let (mut sa, mut sb) = ([0], [0]);
    let (a_negative, a) = a.split(&mut sa);
    let (b_negative, b) = b.split(&mut sb);
    if magnitude::bit_length(a) + magnitude::bit_length(b) > MAX_BITS {
        return Err(IntError::TooLarge);
    }
    let negative = a_negative != b_negative;
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    Ok(match std::ptr::eq(a, b) {
        true => Int::from_ubig(negative, ubig(a).sqr()),
        false if short.len() <= SCHOOLBOOK_WORDS => {
            let mut product = vec![0; long.len() + short.len()];
            magnitude::multiply_to(&mut product, long, short);
            Int::from_words(negative, product)
        }
        false => Int::from_ubig(negative, ubig(long) * ubig(short)),
    })
}

/// `-a`.
pub fn negate(a: IntRef<'_>) -> Int {
    match a {
        IntRef::Small(value) => Int::from_i128(-i128::from(value)),
        IntRef::Big { negative, words } => Int::from_slice(!negative, words),
    }
}

/// `abs(a)`.
pub fn absolute(a: IntRef<'_>) -> Int {
    match a {
        IntRef::Small(value) => Int::from_sign_u128(false, u128::from(value.unsigned_abs())),
        IntRef::Big { words, .. } => Int::from_slice(false, words),
    }
}
