//! Arguments of a native call.

use super::native::MethodDef;
use crate::heap::Object;
use crate::layout::{Str, Tuple};

/// Arguments as the caller laid them out: positional values, then the values of the keywords named by `names`.
/// The caller owns them and clears them on both outcomes.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    /// All values.
    pub values: &'a [Object],
    /// Names of the last `names.len()` values.
    pub names: Option<&'a Tuple>,
}

impl<'a> Args<'a> {
    /// Positional arguments only.
    #[inline(always)]
    pub const fn positional_only(values: &'a [Object]) -> Args<'a> {
        Args { values, names: None }
    }

    /// Number of keyword arguments.
    #[inline]
    pub fn keyword_count(&self) -> usize {
        self.names.map_or(0, |names| names.items().len())
    }

    /// The positional values.
    #[inline]
    pub fn positional(&self) -> &'a [Object] {
        &self.values[..self.values.len() - self.keyword_count()]
    }

    /// The keyword arguments in call order.
    #[inline]
    pub fn keywords(&self) -> impl Iterator<Item = (&'a Str, &'a Object)> + use<'a> {
        let positional = self.positional().len();
        let values = self.values;
        let names: &'a [Object] = self.names.map_or(&[], |names| names.items());
        names
            .iter()
            .zip(&values[positional..])
            .map(|(name, value)| (name.cast::<crate::layout::StrBody>().expect("keyword names are strings"), value))
    }

    /// The arguments by place, if none came by name and their number is one of `least..=most`, which is at most `N`: those
    /// that need no matching.
    #[inline(always)]
    pub fn by_place<const N: usize>(&self, least: usize, most: usize) -> Option<[Option<&'a Object>; N]> {
        let values = self.values;
        let plain = self.names.is_none() && (least..=most.min(N)).contains(&values.len());
        plain.then(|| std::array::from_fn(|i| values.get(i)))
    }

    /// The same arguments without the first.
    pub fn skip_first(&self) -> Args<'a> {
        Args { values: &self.values[1..], names: self.names }
    }
}

/// What came with a native call besides plain positional arguments.
#[derive(Clone, Copy)]
pub struct Matched<'a> {
    /// Names of the keywords, whose values stand last.
    pub(super) names: Option<&'a Tuple>,
    /// The value of each parameter, if there are parameters to match.
    pub(super) parameters: Option<&'a [Option<&'a Object>]>,
}

/// Arguments matched with a native function's parameters: what its parameters are converted from. It is passed by value
/// and taken apart by the compiler, so that conversions read the arguments where the caller laid them.
#[derive(Clone, Copy)]
pub struct Bound<'a> {
    /// The function, for error texts.
    pub def: &'static MethodDef,
    /// Values in call order, the receiver first.
    values: &'a [Object],
    /// Absent if the values are the parameters in order.
    matched: Option<&'a Matched<'a>>,
    /// Index of the first parameter: behind the receiver, if there is one.
    offset: usize,
    /// Parameters that may be given by position.
    positional: usize,
}

impl<'a> Bound<'a> {
    /// For the functions that `methods!` makes: `OFFSET` is 1 if the first value is the receiver, `positional` comes
    /// from the signature.
    #[inline(always)]
    pub fn new<const OFFSET: usize>(
        def: &'static MethodDef,
        values: &'a [Object],
        matched: Option<&'a Matched<'a>>,
        positional: usize,
    ) -> Bound<'a> {
        Bound { def, values, matched, offset: OFFSET, positional }
    }

    /// The object that the method is called on.
    #[inline(always)]
    pub fn this(&self) -> &'a Object {
        &self.values[0]
    }

    /// The value of parameter `index` (not counting `self`), if it was given.
    #[inline(always)]
    pub fn get(&self, index: usize) -> Option<&'a Object> {
        if let Some(Matched { parameters: Some(parameters), .. }) = self.matched {
            return parameters.get(index).copied().flatten();
        }
        if index >= self.positional { None } else { self.values.get(index + self.offset) }
    }

    /// The positional values from parameter `index` on, for `*args`.
    #[inline]
    pub fn rest(&self, index: usize) -> &'a [Object] {
        self.raw().positional().get(index + self.offset..).unwrap_or(&[])
    }

    /// Call-order arguments, for `**kwargs`.
    #[inline]
    pub fn raw(&self) -> Args<'a> {
        Args { values: self.values, names: self.matched.and_then(|matched| matched.names) }
    }
}
