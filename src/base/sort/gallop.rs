//! Galloping: a binary search that begins with steps of 1, 3, 7, 15… from where the answer is
//! expected, so that it costs the logarithm of the distance.

/// Where `key` belongs in the sorted `run`, before equal items, searched from `hint` outwards:
/// all before that place are less than `key`.
pub(super) fn gallop_left<T, E>(
    key: &T,
    run: &[T],
    hint: usize,
    less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<usize, E> {
    gallop(run, hint, &mut |item| less(item, key))
}

/// Where `key` belongs in the sorted `run`, behind equal items, searched from `hint` outwards:
/// `key` is less than all from that place on.
pub(super) fn gallop_right<T, E>(
    key: &T,
    run: &[T],
    hint: usize,
    less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<usize, E> {
    gallop(run, hint, &mut |item| less(key, item).map(|less| !less))
}

/// The number of items at the beginning of `run` for which `before` holds.
fn gallop<T, E>(run: &[T], hint: usize, before: &mut impl FnMut(&T) -> Result<bool, E>) -> Result<usize, E> {
    // Invariant: `before` holds for all below `low` and for none from `high` on.
    let (mut low, mut high) = (0, run.len());
    let mut step = 1usize;
    if before(&run[hint])? {
        low = hint + 1;
        while let Some(probe) = hint.checked_add(step).filter(|&probe| probe < high) {
            if !before(&run[probe])? {
                high = probe;
                break;
            }
            low = probe + 1;
            step = step.saturating_mul(2).saturating_add(1);
        }
    } else {
        high = hint;
        while let Some(probe) = hint.checked_sub(step) {
            if before(&run[probe])? {
                low = probe + 1;
                break;
            }
            high = probe;
            step = step.saturating_mul(2).saturating_add(1);
        }
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if before(&run[middle])? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}
