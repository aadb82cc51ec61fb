//! Finding bytes in text that is not long: without preparation, sixteen places at a time.

/// In longer text a prepared search is worth what it costs.
pub(super) const SHORT: usize = 2048;

/// What a search found.
pub(super) enum Found {
    At(usize),
    Absent,
    /// Nothing before this place; many places look like the needle, and another search is to go on there.
    TooSlow(usize),
}

#[cfg(target_arch = "x86_64")]
use memchr::arch::x86_64::sse2::packedpair::Finder;

/// What a search is prepared with; little, so that it is worth it for a single one.
#[cfg(target_arch = "x86_64")]
#[derive(Clone, Copy)]
pub(super) struct Prepared(Option<Finder>);

#[cfg(not(target_arch = "x86_64"))]
#[derive(Clone, Copy)]
pub(super) struct Prepared;

/// Prepares a needle of two bytes or more.
#[cfg(target_arch = "x86_64")]
pub(super) fn prepare(needle: &[u8]) -> Prepared {
    use memchr::arch::all::packedpair::Pair;
    /// The second byte of the pair is the needle's last one, or this one.
    const FAR: usize = 15;
    let second = needle.len().saturating_sub(1).min(FAR) as u8;
    Prepared(Pair::with_indices(needle, 0, second).and_then(|pair| Finder::with_pair(needle, pair)))
}

#[cfg(not(target_arch = "x86_64"))]
pub(super) fn prepare(_needle: &[u8]) -> Prepared {
    Prepared
}

/// The first occurrence of a needle of two bytes or more.
pub(super) fn find(hay: &[u8], needle: &[u8]) -> Found {
    find_prepared(hay, needle, &prepare(needle))
}

/// The first occurrence of a prepared needle. Looks for places where its first byte stands and a later one
/// at its distance, and compares there. Gives up when that has cost more than a few comparisons per place.
#[cfg(target_arch = "x86_64")]
pub(super) fn find_prepared(hay: &[u8], needle: &[u8], prepared: &Prepared) -> Found {
    let Some(finder) = &prepared.0 else { return Found::TooSlow(0) };
    let (mut at, mut spent) = (0, 0);
    while hay.len() - at >= finder.min_haystack_len() {
        match finder.find_prefilter(&hay[at..]) {
            Some(place) => at += place,
            None => return Found::Absent,
        }
        match hay.get(at..at + needle.len()) {
            Some(there) if *there == *needle => return Found::At(at),
            Some(_) => at += 1,
            None => return Found::Absent,
        }
        spent += needle.len();
        if spent > 256 + 4 * at {
            return Found::TooSlow(at);
        }
    }
    // Places that are too few for a vector.
    match hay[at..].windows(needle.len()).position(|there| there[0] == needle[0] && *there == *needle) {
        Some(place) => Found::At(at + place),
        None => Found::Absent,
    }
}

/// Elsewhere the library's search does all.
#[cfg(not(target_arch = "x86_64"))]
pub(super) fn find_prepared(_hay: &[u8], _needle: &[u8], _prepared: &Prepared) -> Found {
    Found::TooSlow(0)
}

/// The last occurrence of a needle of two bytes or more: compares where its first byte stands. Gives up when that has
/// cost too much; then `TooSlow` says how much of the text is left to be searched.
pub(super) fn rfind(hay: &[u8], needle: &[u8]) -> Found {
    let (Some(&first), Some(last)) = (needle.first(), hay.len().checked_sub(needle.len())) else {
        return Found::Absent;
    };
    let (mut end, mut spent) = (last + 1, 0);
    while let Some(at) = memchr::memrchr(first, &hay[..end]) {
        if hay[at..at + needle.len()] == *needle {
            return Found::At(at);
        }
        spent += 16 + needle.len();
        if spent > 256 + (hay.len() - at) / 2 {
            return Found::TooSlow(at + needle.len() - 1);
        }
        end = at;
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
