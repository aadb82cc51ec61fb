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
        _ => target.copy_from_slice(source),
    }
}

/// The first and the last `N` bytes, which are all.
#[inline(always)]
fn copy_ends<const N: usize>(target: &mut [u8], source: &[u8]) {
    if let (Some(first), Some(last)) = (source.first_chunk::<N>(), source.last_chunk::<N>()) {
        let end = target.len() - N;
        target[..N].copy_from_slice(first);
        target[end..].copy_from_slice(last);
    }
}

#[cfg(test)]
mod tests {
    use super::copy_short;

    #[test]
    fn every_short_length() {
        let source: Vec<u8> = (0..100).collect();
        for len in 0..100 {
            let mut target = vec![255; len];
            copy_short(&mut target, &source[..len]);
            assert_eq!(target, source[..len]);
        }
    }
}
