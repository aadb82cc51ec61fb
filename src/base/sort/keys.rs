//! Sorting by keys that compare without Python code.

use std::cmp::{Ordering, Reverse};

/// Sorts by a key that is cheap to take; `reverse` keeps equal items in order, as Python does.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], reverse: bool, key: impl Fn(&T) -> K) {
    if reverse {
        items.sort_by_key(|item| Reverse(key(item)));
    } else {
        items.sort_by_key(key);
    }
}

/// Sorts by floats. Returns false, with nothing moved, if one is a NaN: these compare with nothing,
/// and their order is the general sort's.
pub fn sort_floats<T>(items: &mut [T], reverse: bool, key: impl Fn(&T) -> f64) -> bool {
    if items.iter().any(|item| key(item).is_nan()) {
        return false;
    }
    let compare = |a: f64, b: f64| a.partial_cmp(&b).unwrap_or(Ordering::Equal);
    if reverse {
        items.sort_by(|a, b| compare(key(b), key(a)));
    } else {
        items.sort_by(|a, b| compare(key(a), key(b)));
    }
    true
}

/// Sorts by byte strings: bytes, or text of one byte per character.
///
/// The first eight bytes are compared as one number, which settles most comparisons.
pub fn sort_bytes<'a, T: Copy>(items: &mut [T], reverse: bool, key: impl Fn(&T) -> &'a [u8]) {
    let mut prefixed: Vec<(u64, &[u8], T)> = items.iter().map(|item| (prefix(key(item)), key(item), *item)).collect();
    let compare = |a: &(u64, &[u8], T), b: &(u64, &[u8], T)| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1));
    if reverse {
        prefixed.sort_by(|a, b| compare(b, a));
    } else {
        prefixed.sort_by(compare);
    }
    for (slot, (_, _, item)) in items.iter_mut().zip(prefixed) {
        *slot = item;
    }
}

/// The first eight bytes, big-endian, zeros for missing ones: orders as the strings do, but for
/// ties.
fn prefix(bytes: &[u8]) -> u64 {
    match bytes.first_chunk::<8>() {
        Some(chunk) => u64::from_be_bytes(*chunk),
        None => {
            let mut chunk = [0; 8];
            chunk[..bytes.len()].copy_from_slice(bytes);
            u64::from_be_bytes(chunk)
        }
    }
}
