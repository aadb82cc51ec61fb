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
    let (mut at, mut spent) = (0, 0);
    let (first_blocks, first_rest) = firsts.as_chunks::<BLOCK>();
    let (last_blocks, last_rest) = lasts.as_chunks::<BLOCK>();
    for (a, b) in first_blocks.iter().zip(last_blocks) {
        // Without an early exit the comparison is vectorised.
        let hit = a.iter().zip(b).fold(0, |hit, (&a, &b)| hit | u8::from(a == first) & u8::from(b == last));
        if hit != 0 {
            for (i, (&a, &b)) in a.iter().zip(b).enumerate() {
                if a == first && b == last {
                    if hay[at + i..][..needle.len()] == *needle {
                        return Found::At(at + i);
                    }
                    spent += needle.len();
                }
            }
            if spent > 256 + 4 * at {
                return Found::TooSlow(at + BLOCK);
            }
        }
        at += BLOCK;
    }
    let rest = first_rest.iter().zip(last_rest).enumerate();
    for (i, (&a, &b)) in rest {
        if a == first && b == last && hay[at + i..][..needle.len()] == *needle {
            return Found::At(at + i);
        }
    }
    Found::Absent
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
