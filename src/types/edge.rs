//! The optional `start` and `end` of `find`, `count`, `startswith` and their like.

use crate::base::text::clamp_range;
use crate::object::{Bound, FromArg, Result, Runtime};
use crate::types::slice;
use std::ops::Range;

/// A bound as a slice has it: absent, None, or an index, clamped.
#[derive(Clone, Copy, Debug)]
pub struct Edge(Option<isize>);

impl Edge {
    /// Whether it was not given.
    #[inline]
    pub fn is_absent(self) -> bool {
        self.0.is_none()
    }
}

impl<'a> FromArg<'a> for Edge {
    #[inline(always)]
    fn from_arg(rt: &mut Runtime, bound: Bound<'a>, index: usize) -> Result<Edge> {
        match bound.get(index) {
            Some(object) if let Some(n) = object.value().as_int() => Ok(Edge(Some(n as isize))),
            Some(object) if !object.is_none() => slice::index(rt, object).map(|n| Edge(Some(n))),
            _ => Ok(Edge(None)),
        }
    }
}

/// The positions between the edges in a sequence of `len` items; `None` if the start lies behind the end, where nothing
/// is found, not even an empty part.
pub fn range(start: Edge, end: Edge, len: usize) -> Option<Range<usize>> {
    clamp_range(start.0.unwrap_or(0) as i64, end.0.map_or(i64::MAX, |end| end as i64), len)
}
