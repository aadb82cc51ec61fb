//! Sorting by rows of numbers and strings: tuples (`sorted(pairs)`, `key=lambda r: (r.a, r.b)`), or fields of instances.
//!
//! Each column's values become numbers that order as they do, so that rows are compared without a look at the objects.

use crate::base::sort::{Sorted, positions, prefix, sort_by};
use crate::base::watch::{STRETCH, Stopped, Watch};
use crate::heap::Object;
use crate::layout::{StrBody, TupleBody};
use std::cmp::Ordering;

/// The widest rows that are sorted this way.
const WIDEST: usize = 4;

/// What the values of a column are, and with it how their ranks are made.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    Ints,
    /// No NaN among them.
    Floats,
    /// Strings of one byte a character: ranks are their first eight bytes, and equal ones decide nothing.
    Texts,
}

/// Sorts tuples. `None` if they are not of one length, with values of one plain kind in each column.
pub(super) fn sorted_tuples(keys: &[Object], reverse: bool, stop: Watch<'_>) -> Option<Sorted> {
    let width = keys.first()?.cast_exact::<TupleBody>()?.items().len();
    if keys.iter().any(|key| key.cast_exact::<TupleBody>().is_none_or(|tuple| tuple.items().len() != width)) {
        return None;
    }
    let values = |i: usize| {
        let items = keys[i].cast_exact::<TupleBody>().map_or(&[][..], |tuple| tuple.items());
        items.iter().map(Some)
    };
    sorted_rows(keys.len(), width, values, reverse, stop)
}

/// Sorts `count` rows (at least one) of `width` values, as tuples compare. `None` if values are missing, or not of one plain kind in each
/// column.
pub(super) fn sorted_rows<'a, I: Iterator<Item = Option<&'a Object>>>(
    count: usize,
    width: usize,
    values: impl Fn(usize) -> I,
    reverse: bool,
    stop: Watch<'_>,
) -> Option<Sorted> {
    match width {
        1 => sort::<1, I>(count, values, reverse, stop),
        2 => sort::<2, I>(count, values, reverse, stop),
        3 => sort::<3, I>(count, values, reverse, stop),
        WIDEST => sort::<WIDEST, I>(count, values, reverse, stop),
        _ => None,
    }
}

fn sort<'a, const N: usize, I: Iterator<Item = Option<&'a Object>>>(
    count: usize,
    values: impl Fn(usize) -> I,
    reverse: bool,
    stop: Watch<'_>,
) -> Option<Sorted> {
    let mut columns = [Column::Ints; N];
    for (column, value) in columns.iter_mut().zip(values(0)) {
        *column = kind(value?)?;
    }
    let mut rows: Vec<([u64; N], usize)> = Vec::with_capacity(count);
    for at in 0..count {
        if is_end_of_stretch(at) && stop() {
            return Some((Vec::new(), Err(Stopped)));
        }
        // A row is filled where it lies: moved after that, it would be waited for.
        rows.push(([0; N], at));
        let (row, _) = rows.last_mut()?;
        for ((rank, column), value) in row.iter_mut().zip(columns).zip(values(at)) {
            let value = value?;
            if kind(value) != Some(column) {
                return None;
            }
            *rank = rank_of(column, value);
        }
    }
    let sorted = if columns.contains(&Column::Texts) {
        // Strings are looked at only where their first bytes do not decide.
        let mut texts: Vec<[&[u8]; N]> = Vec::with_capacity(count);
        for at in 0..count {
            if is_end_of_stretch(at) && stop() {
                return Some((Vec::new(), Err(Stopped)));
            }
            texts.push(collect(values(at).map(|value| value.map_or(&[][..], text))));
        }
        let compare = |a: &([u64; N], usize), b: &([u64; N], usize)| {
            for i in 0..N {
                let mut order = a.0[i].cmp(&b.0[i]);
                if order.is_eq() && columns[i] == Column::Texts {
                    order = texts[a.1][i].cmp(texts[b.1][i]);
                }
                if order.is_ne() {
                    return order;
                }
            }
            Ordering::Equal
        };
        sort_by(&mut rows, reverse, compare, stop)
    } else {
        sort_by(&mut rows, reverse, |a, b| a.0.cmp(&b.0), stop)
    };
    Some(match sorted {
        Ok(()) => positions(rows, stop),
        Err(stopped) => (Vec::new(), Err(stopped)),
    })
}

/// Whether it is to be looked whether to go on.
fn is_end_of_stretch(at: usize) -> bool {
    at % STRETCH == STRETCH - 1
}

fn collect<'a, const N: usize>(mut texts: impl Iterator<Item = &'a [u8]>) -> [&'a [u8]; N] {
    std::array::from_fn(|_| texts.next().unwrap_or(&[]))
}

/// The kind of a value's column, if it is a plain one.
fn kind(object: &Object) -> Option<Column> {
    let value = object.value();
    if value.is_int() {
        Some(Column::Ints)
    } else if value.is_float() {
        if value.float_unchecked().is_nan() { None } else { Some(Column::Floats) }
    } else {
        let narrow = object.cast_exact::<StrBody>().is_some_and(|text| text.kind().shift() == 0);
        narrow.then_some(Column::Texts)
    }
}

/// A number that orders as the value does among those of its column.
fn rank_of(column: Column, object: &Object) -> u64 {
    const SIGN: u64 = 1 << 63;
    let value = object.value();
    match column {
        Column::Ints => value.int_unchecked() as u64 ^ SIGN,
        Column::Floats => {
            // Adding zero makes -0.0 the equal 0.0.
            let bits = (value.float_unchecked() + 0.0).to_bits();
            if bits & SIGN != 0 { !bits } else { bits | SIGN }
        }
        Column::Texts => prefix(text(object)),
    }
}

/// The bytes of a string of one byte a character; none of other objects.
pub(super) fn text(object: &Object) -> &[u8] {
    match object.cast_exact::<StrBody>() {
        Some(text) if text.kind().shift() == 0 => text.units().as_bytes(),
        _ => &[],
    }
}
