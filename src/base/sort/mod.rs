//! Sorting: `list.sort` with any comparison, and faster ways for keys of one plain kind.
//!
//! [`merge_sort`] takes a comparison that may fail, as Python's `__lt__` may; whatever it answers
//! or wherever it fails, the slice stays a permutation of what it was. The other functions are for
//! keys that need no Python code to compare; they give the same order. All are stable, with
//! `reverse` too.

mod gallop;
mod keys;
mod merge;

pub use keys::{Sorted, is_long, positions, prefix, sort_by, sorted_bytes, sorted_positions, weight};
pub use merge::merge_sort;
