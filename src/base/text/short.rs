//! Finding bytes in text that is not long: without preparation, sixteen places or more at a time.

/// In longer text a prepared search is worth what it costs.
pub(super) const SHORT: usize = 2048;

/// Places that are looked at together.
const BLOCK: usize = 32;

/// What a search found.
pub(super) enum Found {
    At(usize),
    Absent,
    /// Nothing before this place; many places look like the needle, and another search is to go on there.
    TooSlow(usize),
}

/// The first occurrence of a needle of two bytes or more. Looks for places where its first and its last byte stand, and
/// compares there. Gives up when that has cost more than a few comparisons per place.
pub(super) fn find(hay: &[u8], needle: &[u8]) -> Found {
    let [first, .., last] = *needle else { return Found::TooSlow(0) };
    let Some(places) = (hay.len() + 1).checked_sub(needle.len()) else { return Found::Absent };
    // The bytes under the needle's first and last one, place by place.
    let (firsts, lasts) = (&hay[..places], &hay[needle.len() - 1..][..places]);
    let (first_blocks, first_rest) = firsts.as_chunks::<BLOCK>();
    let (last_blocks, last_rest) = lasts.as_chunks::<BLOCK>();
    let (mut at, mut spent) = (0, 0);
    for block in 0..first_blocks.len().min(last_blocks.len()) {
        let (a, b) = (&first_blocks[block], &last_blocks[block]);
        // Without an early exit the comparison is vectorised.
        let mut hit = 0;
        for i in 0..BLOCK {
            hit |= u8::from(a[i] == first) & u8::from(b[i] == last);
        }
        if hit != 0 {
            if let Some(index) = find_in_words(hay, needle, at, (a, b), &mut spent) {
                return Found::At(index);
            }
            if spent > 256 + 4 * at {
                return Found::TooSlow(at + BLOCK);
            }
        }
        at += BLOCK;
    }
    match find_in_words(hay, needle, at, (first_rest, last_rest), &mut spent) {
        Some(index) => Found::At(index),
        None => Found::Absent,
    }
}

/// The first occurrence at places from `at` on, which have these first and last bytes: by words of eight places.
#[inline]
fn find_in_words(
    hay: &[u8],
    needle: &[u8],
    at: usize,
    (firsts, lasts): (&[u8], &[u8]),
    spent: &mut usize,
) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let (first, last) = (*needle.first()?, *needle.last()?);
    let (first_words, first_rest) = firsts.as_chunks::<8>();
    let (last_words, last_rest) = lasts.as_chunks::<8>();
    let mut is_here = |place: usize| {
        *spent += needle.len();
        hay[place..][..needle.len()] == *needle
    };
    for word in 0..first_words.len().min(last_words.len()) {
        let (a, b) = (u64::from_le_bytes(first_words[word]), u64::from_le_bytes(last_words[word]));
        let different = a ^ (ONES * u64::from(first)) | b ^ (ONES * u64::from(last));
        // A byte of zeros is told for sure, another one above it perhaps as well (Hacker's Delight, 6-1).
        let mut zeros = different.wrapping_sub(ONES) & !different & (ONES << 7);
        while zeros != 0 {
            let place = at + 8 * word + (zeros.trailing_zeros() / 8) as usize;
            if is_here(place) {
                return Some(place);
            }
            zeros &= zeros - 1;
        }
    }
    let rest = at + 8 * first_words.len();
    for i in 0..first_rest.len().min(last_rest.len()) {
        if first_rest[i] == first && last_rest[i] == last && is_here(rest + i) {
            return Some(rest + i);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expect(hay: &[u8], needle: &[u8]) {
        let naive = hay.windows(needle.len()).position(|window| window == needle);
        match find(hay, needle) {
            Found::At(at) => assert_eq!(Some(at), naive, "{hay:?} {needle:?}"),
            Found::Absent => assert_eq!(None, naive, "{hay:?} {needle:?}"),
            Found::TooSlow(at) => assert!(naive.is_none_or(|place| place >= at), "{hay:?} {needle:?}"),
        }
    }

    #[test]
    fn every_place_is_found() {
        for length in 2..80 {
            for size in 2..8.min(length) {
                for place in 0..=length - size {
                    let mut hay = vec![b'a'; length];
                    hay[place..place + size].copy_from_slice(&b"bcdefgh"[..size]);
                    expect(&hay, &b"bcdefgh"[..size]);
                    expect(&hay, &b"abcdefgh"[..size]);
                    expect(&hay[1..], &b"aab"[..size.min(3)]);
                }
            }
        }
        expect(b"", b"ab");
        expect(b"a", b"ab");
    }

    #[test]
    fn it_gives_up_in_time() {
        let hay = [b'a'; 2000];
        let mut needle = [b'a'; 100];
        needle[50] = b'b';
        assert!(matches!(find(&hay, &needle), Found::TooSlow(_)));
    }
}
