//! `_sre`: what `re` stands on: compiled patterns, matches and the cache of patterns.
//!
//! - `pattern`: `re.Pattern` and its methods.
//! - `matched`: `re.Match`.
//! - `replace`: `sub`, `subn` and templates.
//! - `scan`: iterators over all matches.
//! - `cache`: patterns compiled before, and compiling.
//! - `subject`: subjects in place, parts of them, and matches that fail.
//!
//! The engine is `base::regex`; `stdlib/re.py` puts the functions in front.

mod cache;
mod matched;
mod pattern;
mod replace;
mod scan;
mod subject;

use super::{NativeModule, set};
use crate::base::regex;
use crate::heap::Object;
use crate::layout::{BytesBody, StrBody};
use crate::methods;
use crate::object::{Result, Runtime};
use crate::types::module::Module;

methods! {
    static FUNCTIONS = [
        /// Escape special characters in a string.
        @function "escape"(pattern, /) => escape;
    ];
}

fn escape(rt: &mut Runtime, text: &Object) -> Result {
    if let Some(string) = text.cast::<StrBody>() {
        let units: Vec<u32> = string.units().iter().collect();
        let escaped = regex::escape(&units);
        return Ok(crate::layout::Str::from_units(&rt.heap, crate::layout::Units::Four(&escaped))?.into());
    }
    if let Some(bytes) = text.cast::<BytesBody>() {
        let units: Vec<u32> = bytes.as_slice().iter().map(|&b| b.into()).collect();
        let escaped: Vec<u8> = regex::escape(&units).into_iter().map(|c| c as u8).collect();
        return Ok(crate::layout::Bytes::new(&rt.heap, &escaped)?.into());
    }
    Err(subject::not_text(rt, text))
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    for def in [&pattern::PATTERN, &matched::MATCH, &cache::CACHE] {
        let class = rt.native_class(def)?;
        set(rt, module, def.name, class.into())?;
    }
    set(rt, module, "MAGIC", Object::small(20230502))?;
    set(rt, module, "CODESIZE", Object::small(4))?;
    let most = rt.new_int(u32::MAX.into())?;
    set(rt, module, "MAXREPEAT", most)?;
    set(rt, module, "MAXGROUPS", Object::small(i32::MAX / 2))
}

/// The description of module `_sre`.
pub static MODULE: NativeModule = NativeModule { name: "_sre", doc: "", functions: FUNCTIONS, init };
