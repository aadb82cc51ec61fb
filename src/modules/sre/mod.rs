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
use crate::base::watch::STRETCH;
use crate::heap::Object;
use crate::layout::{BytesBody, StrBody, StrBuilder, Units};
use crate::methods;
use crate::object::{Result, Runtime};
use crate::types::module::Module;
use crate::types::str::{Text, in_parts, text::units};

methods! {
    static FUNCTIONS = [
        /// Escape special characters in a string.
        @function "escape"(pattern, /) => escape;
    ];
}

fn escape(rt: &mut Runtime, text: &Object) -> Result {
    if let Some(string) = text.cast::<StrBody>() {
        let mut target = StrBuilder::new();
        let backslash = Units::Ascii(b"\\");
        in_parts(rt, string.text(), |part| {
            let mut start = 0;
            for (i, _) in part.codes().enumerate().filter(|&(_, code)| regex::is_special(code)) {
                target.push_units(&rt.heap, units(part.slice(start..i)))?;
                target.push_units(&rt.heap, backslash)?;
                start = i;
            }
            target.push_units(&rt.heap, units(part.slice(start..part.len())))?;
            Ok(true)
        })?;
        return Ok(target.finish(&rt.heap, &rt.strings)?.into());
    }
    if let Some(bytes) = text.cast::<BytesBody>() {
        let mut target = Vec::with_capacity(bytes.as_slice().len());
        for part in bytes.as_slice().chunks(STRETCH) {
            for &byte in part {
                if regex::is_special(byte.into()) {
                    target.push(b'\\');
                }
                target.push(byte);
            }
            rt.heap.go_on()?;
        }
        return Ok(rt.bytes.copy(&rt.heap, &target)?.into());
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
