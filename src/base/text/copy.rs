//! Copies of a few bytes, for which a call of the library's copy would cost more than the bytes.

/// Copies `source` over `target`, which has the same length.
#[inline(always)]
pub fn copy_short(target: &mut [u8], source: &[u8]) {
    match source.len() {
        0 => {}
        1 => target[0] = source[0],
        2..4 => copy_ends::<2>(target, source),
        4..8 => copy_ends::<4>(target, source),
        8..17 => copy_ends::<8>(target, source),
        17..33 => copy_ends::<16>(target, source),
        33..65 => copy_ends::<32>(target, source),
        _ => target.copy_from_slice(source),
    }
}

/// Writes one byte all over `target`.
#[inline(always)]
pub fn fill_short(target: &mut [u8], byte: u8) {
    match target.len() {
        0..4 => target.iter_mut().for_each(|place| *place = byte),
        4..8 => fill_ends::<4>(target, byte),
        8..17 => fill_ends::<8>(target, byte),
        17..33 => fill_ends::<16>(target, byte),
        _ => target.fill(byte),
    }
}

#[inline(always)]
fn fill_ends<const N: usize>(target: &mut [u8], byte: u8) {
    if let Some(first) = target.first_chunk_mut::<N>() {
        *first = [byte; N];
    }
    if let Some(last) = target.last_chunk_mut::<N>() {
        *last = [byte; N];
    }
}

/// The first and the last `N` bytes, which are all.
#[inline(always)]
fn copy_ends<const N: usize>(target: &mut [u8], source: &[u8]) {
    if let (Some(first), Some(last)) = (source.first_chunk::<N>(), source.last_chunk::<N>()) {
        // By arrays: a copy between slices may become a call.
        if let Some(place) = target.first_chunk_mut() {
            *place = *first;
        }
        if let Some(place) = target.last_chunk_mut() {
            *place = *last;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{copy_short, fill_short};

    #[test]
    fn every_short_length() {
        let source: Vec<u8> = (0..100).collect();
        for len in 0..100 {
            let mut target = vec![255; len];
            copy_short(&mut target, &source[..len]);
            assert_eq!(target, source[..len]);
            fill_short(&mut target, 7);
            assert_eq!(target, vec![7; len]);
        }
    }
}
