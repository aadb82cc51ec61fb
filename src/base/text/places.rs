//! Where a byte stands in a short text: a bit for each place, the first one lowest.

/// The most bytes whose places a word holds.
pub const MOST_PLACES: usize = 64;

/// A bit for each of the first `MOST_PLACES` bytes that is `byte`.
#[inline]
pub fn places_of_byte(text: &[u8], byte: u8) -> u64 {
    let pattern = u64::from_ne_bytes([byte; 8]);
    let (eights, rest) = text.as_chunks::<8>();
    let (mut places, mut shift) = (0, 0);
    for eight in eights.iter().take(MOST_PLACES / 8) {
        places |= zero_bytes(u64::from_le_bytes(*eight) ^ pattern) << shift;
        shift += 8;
    }
    if shift < 64 {
        rest.iter().enumerate().for_each(|(i, &other)| places |= u64::from(other == byte) << (shift + i));
    }
    places
}

/// A bit for each byte of a word that is zero.
#[inline]
fn zero_bytes(word: u64) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    // The high bit of each byte says whether it is zero; the product gathers them in the highest byte.
    let zeros = !(((word & LOW) + LOW) | word | LOW);
    (zeros >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// A bit for each of the first `MOST_PLACES` bytes for which `test` holds.
#[inline(always)]
pub fn places_by(text: &[u8], test: impl Fn(u8) -> bool) -> u64 {
    text.iter().take(MOST_PLACES).enumerate().fold(0, |places, (i, &byte)| places | u64::from(test(byte)) << i)
}

/// Takes the first place off.
#[inline(always)]
pub fn next_place(places: &mut u64) -> Option<usize> {
    let place = places.trailing_zeros() as usize;
    *places &= places.wrapping_sub(1);
    (place < 64).then_some(place)
}

/// Takes the last place off.
#[inline(always)]
pub fn last_place(places: &mut u64) -> Option<usize> {
    let place = 63u32.checked_sub(places.leading_zeros())?;
    *places &= !(1 << place);
    Some(place as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_a_plain_loop() {
        let mut state = 7u32;
        for length in 0..80 {
            for byte in [0, 1, b',', 0x7f, 0x80, 0xff] {
                let mut random = || {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    [byte, byte ^ 1, byte ^ 0x80, 0][(state >> 28) as usize & 3]
                };
                let text: Vec<u8> = (0..length).map(|_| random()).collect();
                let mut places = places_of_byte(&text, byte);
                assert_eq!(places, places_by(&text, |other| other == byte));
                let expected: Vec<usize> = (0..length.min(MOST_PLACES)).filter(|&i| text[i] == byte).collect();
                let (mut backwards, mut found) = (places, Vec::new());
                while let Some(place) = next_place(&mut places) {
                    found.push(place);
                }
                assert_eq!(found, expected);
                found.clear();
                while let Some(place) = last_place(&mut backwards) {
                    found.push(place);
                }
                found.reverse();
                assert_eq!(found, expected);
            }
        }
    }
}
