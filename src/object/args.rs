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
    pub fn keywords(&self) -> impl Iterator<Item = (&'a Str, &'a Object)> + use<'a> {
        let positional = self.positional().len();
        let values = self.values;
        let names: &'a [Object] = self.names.map_or(&[], |names| names.items());
        names
            .iter()
            .zip(&values[positional..])
            .map(|(name, value)| (name.cast::<crate::layout::StrBody>().expect("keyword names are strings"), value))
    }

    /// The same arguments without the first.
    pub fn skip_first(&self) -> Args<'a> {
        Args { values: &self.values[1..], names: self.names }
    }
}

/// Arguments matched with a native function's parameters: what its parameters are converted from.
pub struct Bound<'a> {
    /// The function, for error texts.
    pub def: &'static MethodDef,
    /// Values in call order.
    pub(super) args: Args<'a>,
    /// With keywords: the value of each parameter; without: parameters are the values in order.
    pub(super) matched: Option<&'a [Option<&'a Object>]>,
    /// Index of the first parameter behind `self`.
    pub(super) offset: usize,
}

impl<'a> Bound<'a> {
    /// The object that the method is called on.
    #[inline(always)]
    pub fn this(&self) -> &'a Object {
        &self.args.values[0]
    }

    /// The value of parameter `index` (not counting `self`), if it was given.
    #[inline(always)]
    pub fn get(&self, index: usize) -> Option<&'a Object> {
        match self.matched {
            None if index >= self.def.signature.positional as usize => None,
            None => self.args.values.get(index + self.offset),
            Some(matched) => matched.get(index).copied().flatten(),
        }
    }

    /// The positional values from parameter `index` on, for `*args`.
    pub fn rest(&self, index: usize) -> &'a [Object] {
        let positional = self.args.positional();
        positional.get(index + self.offset..).unwrap_or(&[])
    }

    /// Call-order arguments, for `**kwargs`.
    pub fn raw(&self) -> Args<'a> {
        self.args
    }
}
