//! A stable merge sort of natural runs: Tim Peters' galloping merges in the order of Munro and
//! Wild's powersort ("Nearly-optimal mergesorts", 2018), as CPython has it since 3.11.

use super::gallop::{gallop_left, gallop_right};

/// Wins in a row before a merge begins to gallop.
const MIN_GALLOP: usize = 7;
/// Up to this length everything is one run, sorted by insertion.
const MAX_MIN_RUN: usize = 64;

/// A sorted stretch, and the power of the boundary behind it.
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    length: usize,
    power: u32,
}

/// Sorts `items` by `less`, which answers whether its first argument is less than its second. On an
/// error the items are left as some permutation. The comparison may answer anything.
pub fn merge_sort<T: Copy, E>(items: &mut [T], mut less: impl FnMut(&T, &T) -> Result<bool, E>) -> Result<(), E> {
    let total = items.len();
    if total < 2 {
        return Ok(());
    }
    let least = least_run(total);
    let mut merger = Merger { temporary: Vec::new(), min_gallop: MIN_GALLOP };
    let mut runs: Vec<Run> = Vec::new();
    let mut start = 0;
    while start < total {
        let mut length = count_run(&mut items[start..], &mut less)?;
        if length < least {
            let forced = least.min(total - start);
            insertion_sort(&mut items[start..start + forced], length, &mut less)?;
            length = forced;
        }
        if let Some(previous) = runs.last_mut() {
            let power = boundary_power(previous.start, previous.length, length, total);
            while let [.., below, top] = runs.as_mut_slice() {
                if below.power <= power {
                    break;
                }
                merger.merge(&mut items[below.start..top.start + top.length], below.length, &mut less)?;
                below.length += top.length;
                runs.pop();
            }
            if let Some(previous) = runs.last_mut() {
                previous.power = power;
            }
        }
        runs.push(Run { start, length, power: 0 });
        start += length;
    }
    while let [.., below, top] = runs.as_mut_slice() {
        merger.merge(&mut items[below.start..top.start + top.length], below.length, &mut less)?;
        below.length += top.length;
        runs.pop();
    }
    Ok(())
}

/// A length between 32 and 64 such that `total` is a little less than a power of two of such runs.
fn least_run(total: usize) -> usize {
    let mut length = total;
    let mut rest = 0;
    while length >= MAX_MIN_RUN {
        rest |= length & 1;
        length >>= 1;
    }
    length + rest
}

/// The depth in an ideal merge tree at which the runs of lengths `a` and `b` at `start` meet.
fn boundary_power(start: usize, a: usize, b: usize, total: usize) -> u32 {
    // Twice the middles of both runs, as fractions of twice the total: the first bit that differs.
    let total = total as u128;
    let (mut left, mut right) = (2 * start as u128 + a as u128, 2 * start as u128 + 2 * a as u128 + b as u128);
    let mut power = 0;
    loop {
        power += 1;
        if left >= total {
            left -= total;
            right -= total;
        } else if right >= total {
            return power;
        }
        left *= 2;
        right *= 2;
    }
}

/// Length of the run that the items begin with. A falling one, in which stretches of equal items keep their order, is
/// turned around, and then goes on as far as the items rise. (CPython's comparisons in CPython's order, since 3.13.)
fn count_run<T, E>(items: &mut [T], less: &mut impl FnMut(&T, &T) -> Result<bool, E>) -> Result<usize, E> {
    let total = items.len();
    let mut length = 1.min(total);
    while length < total && !less(&items[length], &items[length - 1])? {
        length += 1;
    }
    if length == total {
        return Ok(length);
    }
    if length > 1 {
        if less(&items[0], &items[length - 1])? {
            return Ok(length);
        }
        // All equal so far.
        items[..length].reverse();
    }
    length += 1;
    // How many items are equal to the one before them, at the end of the run.
    let mut equal = 0;
    while length < total {
        if less(&items[length], &items[length - 1])? {
            items[length - 1 - equal..length].reverse();
            equal = 0;
        } else if less(&items[length - 1], &items[length])? {
            break;
        } else {
            equal += 1;
        }
        length += 1;
    }
    items[length - 1 - equal..length].reverse();
    items[..length].reverse();
    while length < total && !less(&items[length], &items[length - 1])? {
        length += 1;
    }
    Ok(length)
}

/// Sorts by binary insertion; the first `sorted` items are already in order.
fn insertion_sort<T: Copy, E>(
    items: &mut [T],
    sorted: usize,
    less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<(), E> {
    for index in sorted.max(1)..items.len() {
        let pivot = items[index];
        let (mut low, mut high) = (0, index);
        while low < high {
            let middle = low + (high - low) / 2;
            if less(&pivot, &items[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        items.copy_within(low..index, low + 1);
        items[low] = pivot;
    }
    Ok(())
}

/// What merges share: the buffer, and the readiness to gallop that they learn.
struct Merger<T> {
    temporary: Vec<T>,
    min_gallop: usize,
}

impl<T: Copy> Merger<T> {
    /// Merges the runs `items[..split]` and `items[split..]`.
    fn merge<E>(
        &mut self,
        items: &mut [T],
        split: usize,
        less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
    ) -> Result<(), E> {
        // What is in place already at both ends need not be merged.
        let skip = gallop_right(&items[split], &items[..split], 0, less)?;
        if skip == split {
            return Ok(());
        }
        let right = &items[split..];
        let end = split + gallop_left(&items[split - 1], right, right.len() - 1, less)?;
        if end == split {
            return Ok(());
        }
        let (items, split) = (&mut items[skip..end], split - skip);
        if split <= items.len() - split {
            self.merge_low(items, split, less)
        } else {
            self.merge_high(items, split, less)
        }
    }

    /// Merges from the left, the left run in the buffer.
    fn merge_low<E>(
        &mut self,
        items: &mut [T],
        split: usize,
        less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
    ) -> Result<(), E> {
        self.temporary.clear();
        self.temporary.extend_from_slice(&items[..split]);
        // Taken so far of left and right; the next free place is their sum.
        let mut taken = (0, split);
        let result = low_steps(&self.temporary, items, &mut taken, &mut self.min_gallop, less);
        // The buffer's rest fills the gap exactly: at the end, and where the comparison failed too.
        let rest = &self.temporary[taken.0..];
        let gap = taken.0 + taken.1 - split;
        items[gap..gap + rest.len()].copy_from_slice(rest);
        result
    }

    /// Merges from the right, the right run in the buffer.
    fn merge_high<E>(
        &mut self,
        items: &mut [T],
        split: usize,
        less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
    ) -> Result<(), E> {
        self.temporary.clear();
        self.temporary.extend_from_slice(&items[split..]);
        // What is left of left and right; the last free place is before their sum.
        let mut left = (split, items.len() - split);
        let result = high_steps(&self.temporary, items, &mut left, &mut self.min_gallop, less);
        let rest = &self.temporary[..left.1];
        items[left.0..left.0 + rest.len()].copy_from_slice(rest);
        result
    }
}

/// Fills `items` from the left until one run is used up. `taken` is (index in `left`, index in `items` of the right
/// run's next item) and is right whenever this returns. The first of the right run comes first, and the last of the left
/// one last: that is known, and not compared again.
fn low_steps<T: Copy, E>(
    left: &[T],
    items: &mut [T],
    taken: &mut (usize, usize),
    min_gallop: &mut usize,
    less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<(), E> {
    let (split, total) = (left.len(), items.len());
    // The rest of the right run, before the last item of the left one.
    let close = |items: &mut [T], taken: &mut (usize, usize)| {
        items.copy_within(taken.1..total, taken.0 + taken.1 - split);
        taken.1 = total;
    };
    let take_right = |items: &mut [T], taken: &mut (usize, usize), count: usize| {
        items.copy_within(taken.1..taken.1 + count, taken.0 + taken.1 - split);
        taken.1 += count;
    };
    let take_left = |items: &mut [T], taken: &mut (usize, usize), count: usize| {
        let target = taken.0 + taken.1 - split;
        items[target..target + count].copy_from_slice(&left[taken.0..taken.0 + count]);
        taken.0 += count;
    };
    take_right(items, taken, 1);
    if taken.1 == total {
        return Ok(());
    }
    if split - taken.0 == 1 {
        close(items, taken);
        return Ok(());
    }
    loop {
        let (mut left_wins, mut right_wins) = (0, 0);
        while left_wins < *min_gallop && right_wins < *min_gallop {
            if less(&items[taken.1], &left[taken.0])? {
                take_right(items, taken, 1);
                (left_wins, right_wins) = (0, right_wins + 1);
                if taken.1 == total {
                    return Ok(());
                }
            } else {
                take_left(items, taken, 1);
                (left_wins, right_wins) = (left_wins + 1, 0);
                if split - taken.0 == 1 {
                    close(items, taken);
                    return Ok(());
                }
            }
        }
        // One run wins again and again: look for how far it does.
        *min_gallop += 1;
        loop {
            *min_gallop -= (*min_gallop > 1) as usize;
            let from_left = gallop_right(&items[taken.1], &left[taken.0..], 0, less)?;
            take_left(items, taken, from_left);
            match split - taken.0 {
                0 => return Ok(()),
                1 => {
                    close(items, taken);
                    return Ok(());
                }
                _ => {}
            }
            take_right(items, taken, 1);
            if taken.1 == total {
                return Ok(());
            }
            let from_right = gallop_left(&left[taken.0], &items[taken.1..], 0, less)?;
            take_right(items, taken, from_right);
            if taken.1 == total {
                return Ok(());
            }
            take_left(items, taken, 1);
            if split - taken.0 == 1 {
                close(items, taken);
                return Ok(());
            }
            if from_left < MIN_GALLOP && from_right < MIN_GALLOP {
                break;
            }
        }
        *min_gallop += 1;
    }
}

/// Fills `items` from the right until one run is used up. `remaining` is (items of the left run, items of `right`) and is
/// right whenever this returns. The last of the left run comes last, and the first of the right one first.
fn high_steps<T: Copy, E>(
    right: &[T],
    items: &mut [T],
    remaining: &mut (usize, usize),
    min_gallop: &mut usize,
    less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<(), E> {
    // The rest of the left run, behind the first item of the right one.
    let close = |items: &mut [T], remaining: &mut (usize, usize)| {
        items.copy_within(0..remaining.0, remaining.1);
        remaining.0 = 0;
    };
    let take_left = |items: &mut [T], remaining: &mut (usize, usize), count: usize| {
        let (l, r) = *remaining;
        items.copy_within(l - count..l, l + r - count);
        remaining.0 -= count;
    };
    let take_right = |items: &mut [T], remaining: &mut (usize, usize), count: usize| {
        let (l, r) = *remaining;
        items[l + r - count..l + r].copy_from_slice(&right[r - count..r]);
        remaining.1 -= count;
    };
    take_left(items, remaining, 1);
    if remaining.0 == 0 {
        return Ok(());
    }
    if remaining.1 == 1 {
        close(items, remaining);
        return Ok(());
    }
    loop {
        let (mut left_wins, mut right_wins) = (0, 0);
        while left_wins < *min_gallop && right_wins < *min_gallop {
            if less(&right[remaining.1 - 1], &items[remaining.0 - 1])? {
                take_left(items, remaining, 1);
                (left_wins, right_wins) = (left_wins + 1, 0);
                if remaining.0 == 0 {
                    return Ok(());
                }
            } else {
                take_right(items, remaining, 1);
                (left_wins, right_wins) = (0, right_wins + 1);
                if remaining.1 == 1 {
                    close(items, remaining);
                    return Ok(());
                }
            }
        }
        *min_gallop += 1;
        loop {
            *min_gallop -= (*min_gallop > 1) as usize;
            let (l, r) = *remaining;
            let from_left = l - gallop_right(&right[r - 1], &items[..l], l - 1, less)?;
            take_left(items, remaining, from_left);
            if remaining.0 == 0 {
                return Ok(());
            }
            take_right(items, remaining, 1);
            if remaining.1 == 1 {
                close(items, remaining);
                return Ok(());
            }
            let (l, r) = *remaining;
            let from_right = r - gallop_left(&items[l - 1], &right[..r], r - 1, less)?;
            take_right(items, remaining, from_right);
            match remaining.1 {
                0 => return Ok(()),
                1 => {
                    close(items, remaining);
                    return Ok(());
                }
                _ => {}
            }
            take_left(items, remaining, 1);
            if remaining.0 == 0 {
                return Ok(());
            }
            if from_left < MIN_GALLOP && from_right < MIN_GALLOP {
                break;
            }
        }
        *min_gallop += 1;
    }
}
