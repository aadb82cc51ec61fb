//! Where a byte stands in a short text: a bit for each place, the first one lowest.

/// The most bytes whose places a word holds.
pub const MOST_PLACES: usize = 64;

/// A bit for each of the first `MOST_PLACES` bytes that is `byte`.
#[inline]
pub fn places_of_byte(text: &[u8], byte: u8) -> u64 {
    let pattern = u64::from_ne_bytes([byte; 8]);
    places_by_word(text, |word| zero_bytes(word ^ pattern))
}

/// A bit for each of the first `MOST_PLACES` characters of ASCII text that is white space to `str`.
#[inline]
pub fn places_of_spaces(text: &[u8]) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // The high bit of each byte that is not below `least`; nothing is carried from ASCII.
    let reaches = |word: u64, least: u8| (word & LOW) + ONES * u64::from(0x80 - least);
    places_by_word(text, |word| {
        let spaces = (reaches(word, 9) & !reaches(word, 14)) | (reaches(word, 0x1c) & !reaches(word, 0x21));
        gathered(spaces & !word & !LOW)
    })
}

/// A bit for each of the first `MOST_PLACES` bytes, eight of them at a time by `find`, the first one lowest.
#[inline(always)]
fn places_by_word(text: &[u8], find: impl Fn(u64) -> u64) -> u64 {
    let text = &text[..text.len().min(MOST_PLACES)];
    let length = text.len();
    if let Some(last) = text.last_chunk::<8>() {
        let (mut places, mut shift) = (0, 0);
        for eight in text.as_chunks::<8>().0 {
            places |= find(u64::from_le_bytes(*eight)) << shift;
            shift += 8;
        }
        // The last eight overlap the ones before: what is found twice is found at the same place.
        return places | find(u64::from_le_bytes(*last)) << (length - 8);
    }
    let word = match (text.first_chunk::<4>(), text.last_chunk::<4>(), text) {
        (Some(first), Some(last), _) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * (length - 4))
        }
        (_, _, [first, .., last]) => {
            u64::from(*first)
                | u64::from(text[length / 2]) << (8 * (length / 2))
                | u64::from(*last) << (8 * (length - 1))
        }
        (_, _, [only]) => u64::from(*only),
        _ => return 0,
    };
    find(word) & ((1 << length) - 1)
}

/// A bit for each byte of a word that is zero.
#[inline]
fn zero_bytes(word: u64) -> u64 {
    // The high bit of each byte says whether it is zero.
    gathered(!(((word & LOW) + LOW) | word | LOW))
}

/// All bits of each byte but the high one.
const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;

/// The high bits of the bytes of a word that has no others, the first one lowest.
#[inline]
fn gathered(bits: u64) -> u64 {
    // The product gathers them in the highest byte.
    (bits >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// Takes the first place off.
#[inline(always)]
pub fn next_place(places: &mut u64) -> Option<usize> {
    let place = places.trailing_zeros() as usize;
    *places &= places.wrapping_sub(1);
    (place < 64).then_some(place)
}

/// The last ones of the places, at most `limit`.
#[inline(always)]
pub fn last_places(mut places: u64, limit: usize) -> u64 {
    for _ in limit..places.count_ones() as usize {
        places &= places - 1;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bit for each of the first `MOST_PLACES` bytes for which `test` holds.
    fn places_by(text: &[u8], test: impl Fn(u8) -> bool) -> u64 {
        text.iter().take(MOST_PLACES).enumerate().fold(0, |places, (i, &byte)| places | u64::from(test(byte)) << i)
    }

    #[test]
    fn spaces_are_those_of_a_plain_loop() {
        let all: Vec<u8> = (0..128).collect();
        for length in 0..70 {
            for start in 0..=all.len() - length {
                let text = &all[start..start + length];
                let plain = places_by(text, |byte| matches!(byte, 9..=13 | 0x1c..=0x20));
                assert_eq!(places_of_spaces(text), plain, "{text:?}");
            }
        }
    }

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
                let (all, mut found) = (places, Vec::new());
                while let Some(place) = next_place(&mut places) {
                    found.push(place);
                }
                assert_eq!(found, expected);
                for limit in [0, 1, 3, 100] {
                    let mut last: Vec<usize> = Vec::new();
                    let mut places = last_places(all, limit);
                    last.extend(std::iter::from_fn(|| next_place(&mut places)));
                    assert_eq!(last, expected[expected.len().saturating_sub(limit)..]);
                }
            }
        }
    }
}
