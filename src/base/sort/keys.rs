//! Sorting by keys that compare without Python code.
//!
//! Long inputs are sorted in pieces, which the merge sort then merges: between pieces, and every few thousand
//! comparisons, `stop` is asked whether to go on. On `Stopped` the items are left as some permutation.

use super::merge_sort;
use crate::base::watch::{STRETCH, Stopped, Watch, look};
use std::cmp::Ordering;

/// Up to this many items are sorted in one go, which takes some 10 milliseconds.
const PIECE: usize = 1 << 18;

/// Whether so many items are sorted in pieces.
pub fn is_long(count: usize) -> bool {
    count > PIECE
}

/// Sorts, equal items staying in order.
pub fn sort_by<T: Copy>(
    items: &mut [T],
    reverse: bool,
    compare: impl Fn(&T, &T) -> Ordering,
    stop: Watch<'_>,
) -> Result<(), Stopped> {
    sort_slowly(items, reverse, compare, 1, stop)
}

/// The same where a comparison takes up to so many times as long as one of short keys.
pub fn sort_slowly<T: Copy>(
    items: &mut [T],
    reverse: bool,
    compare: impl Fn(&T, &T) -> Ordering,
    weight: usize,
    stop: Watch<'_>,
) -> Result<(), Stopped> {
    let piece = (PIECE / weight.max(1)).max(32);
    if reverse { in_pieces(items, |a, b| compare(b, a), piece, stop) } else { in_pieces(items, compare, piece, stop) }
}

/// What `of` makes of each position below `len`.
///
/// # Errors
/// `stop` said so.
pub fn gathered<T>(len: usize, of: impl Fn(usize) -> T, stop: Watch<'_>) -> Result<Vec<T>, Stopped> {
    let mut all = Vec::with_capacity(len);
    while all.len() < len {
        look(stop)?;
        let start = all.len();
        all.extend((start..len.min(start + STRETCH)).map(&of));
    }
    Ok(all)
}

/// How much longer than that of short keys the comparison of long ones may take, by the bytes of all keys.
pub fn weight(bytes: usize, count: usize) -> usize {
    1 + bytes / count.max(1) / 128
}

fn in_pieces<T: Copy>(
    items: &mut [T],
    compare: impl Fn(&T, &T) -> Ordering,
    piece: usize,
    stop: Watch<'_>,
) -> Result<(), Stopped> {
    let patience = (piece as u32 / 4).max(1);
    for piece in items.chunks_mut(piece) {
        if stop() {
            return Err(Stopped);
        }
        piece.sort_by(&compare);
    }
    if items.len() <= piece {
        return Ok(());
    }
    let mut count = 0_u32;
    merge_sort(items, |a, b| {
        count = count.wrapping_add(1);
        if count.is_multiple_of(patience) && stop() { Err(Stopped) } else { Ok(compare(a, b).is_lt()) }
    })
}

/// Sorts by floats. Answers false, with nothing moved, if one is a NaN: these compare with nothing, and their order is
/// the general sort's.
pub fn sort_floats<T: Copy>(
    items: &mut [T],
    reverse: bool,
    key: impl Fn(&T) -> f64,
    stop: Watch<'_>,
) -> Result<bool, Stopped> {
    if items.iter().any(|item| key(item).is_nan()) {
        return Ok(false);
    }
    sort_by(items, reverse, |a, b| key(a).partial_cmp(&key(b)).unwrap_or(Ordering::Equal), stop)?;
    Ok(true)
}

/// Sorts by byte strings: bytes, or text of one byte per character.
///
/// The first eight bytes are compared as one number, which settles most comparisons.
pub fn sort_bytes<'a, T: Copy>(
    items: &mut [T],
    reverse: bool,
    key: impl Fn(&T) -> &'a [u8],
    stop: Watch<'_>,
) -> Result<(), Stopped> {
    let longest = items.iter().map(|item| key(item).len()).max().unwrap_or(0);
    if longest < 8 {
        return sort_packed(items, reverse, |item| pack(key(item)), stop);
    }
    if longest < 16 {
        return sort_packed(items, reverse, |item| wide_pack(key(item)), stop);
    }
    let of = |i: usize| (prefix(key(&items[i])), key(&items[i]), items[i]);
    let mut prefixed: Vec<(u64, &[u8], T)> = gathered(items.len(), of, stop)?;
    let weight = weight(prefixed.iter().map(|item| item.1.len()).sum(), prefixed.len());
    let result = sort_slowly(&mut prefixed, reverse, |a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1)), weight, stop);
    for (slot, (_, _, item)) in items.iter_mut().zip(prefixed) {
        *slot = item;
    }
    result
}

fn sort_packed<T: Copy, K: Copy + Ord>(
    items: &mut [T],
    reverse: bool,
    key: impl Fn(&T) -> K,
    stop: Watch<'_>,
) -> Result<(), Stopped> {
    let mut packed: Vec<(K, T)> = gathered(items.len(), |i| (key(&items[i]), items[i]), stop)?;
    let result = sort_by(&mut packed, reverse, |a, b| a.0.cmp(&b.0), stop);
    for (slot, (_, item)) in items.iter_mut().zip(packed) {
        *slot = item;
    }
    result
}

/// Up to seven bytes as a number that orders as they do: big-endian, then zeros, then how many there are.
fn pack(bytes: &[u8]) -> u64 {
    prefix(bytes) | bytes.len() as u64
}

/// The same of up to 15 bytes.
fn wide_pack(bytes: &[u8]) -> u128 {
    let (high, low) = bytes.split_at(bytes.len().min(8));
    u128::from(prefix(high)) << 64 | u128::from(prefix(low)) | bytes.len() as u128
}

/// The first eight bytes, big-endian, zeros for missing ones: orders as the strings do, but for
/// ties.
pub fn prefix(bytes: &[u8]) -> u64 {
    match bytes.first_chunk::<8>() {
        Some(chunk) => u64::from_be_bytes(*chunk),
        None => {
            let mut chunk = [0; 8];
            chunk[..bytes.len()].copy_from_slice(bytes);
            u64::from_be_bytes(chunk)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_byte_strings_sort_as_numbers() {
        let words = ["", "\0", "a", "a\0", "a\0\0", "ab", "b", "abcdefg", "abcdefgh", "abcdefg\0", "abcdefghijklmno"];
        for limit in [8, 16, 17] {
            let words: Vec<&[u8]> =
                words.iter().map(|word| word.as_bytes()).filter(|word| word.len() < limit).collect();
            for reverse in [false, true] {
                let mut expected = words.clone();
                expected.sort();
                if reverse {
                    expected.reverse();
                }
                let mut sorted = words.clone();
                sort_bytes(&mut sorted, reverse, |word| *word, &|| false).expect("not stopped");
                assert_eq!(sorted, expected);
            }
        }
    }

    #[test]
    fn pieces_become_one_order_and_stay_stable() {
        let mut state = 1_u64;
        let mut items: Vec<(u64, usize)> = (0..700_000)
            .map(|i| {
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                (state >> 50, i)
            })
            .collect();
        for reverse in [false, true] {
            let mut expected = items.clone();
            if reverse {
                expected.sort_by_key(|b| std::cmp::Reverse(b.0));
            } else {
                expected.sort_by_key(|a| a.0);
            }
            sort_by(&mut items, reverse, |a, b| a.0.cmp(&b.0), &|| false).expect("not stopped");
            assert!(items == expected);
        }
        let left = std::cell::Cell::new(4);
        let stop = || left.replace(left.get() - 1) == 0;
        items.reverse();
        assert_eq!(sort_by(&mut items, false, |a, b| a.0.cmp(&b.0), &stop), Err(Stopped));
        items.sort_by_key(|item| item.1);
        assert!(items.iter().enumerate().all(|(i, item)| item.1 == i));
    }
}
