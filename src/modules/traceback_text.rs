//! `_traceback`: what the module `traceback` shares with the interpreter's own reports.

use super::NativeModule;
use crate::bytecode::Position;
use crate::heap::Object;
use crate::layout::StrBody;
use crate::methods;
use crate::object::{Result, Runtime};

methods! {
    static FUNCTIONS = [
        /// The lines of an instruction, whose columns are bytes, with marks below them.
        @function "excerpt"(lines, column, end_column, /) => excerpt;
        /// What is added to the text of an exception: a name that was probably meant.
        @function "suggestion"(exception, traceback, /) => |rt: &mut Runtime, exception: &Object, traceback: &Object| -> Result {
            let text = (rt.hooks.suggestion)(rt, exception, traceback);
            Ok(rt.new_str(&text)?.into())
        };
    ];
}

fn excerpt(rt: &mut Runtime, lines: &Object, column: i32, end_column: i32) -> Result {
    let Some(text) = lines.cast::<StrBody>() else {
        let got = rt.type_name(lines);
        return Err(rt.type_error(format!("excerpt() argument 1 must be str, not {got}")));
    };
    let text = text.to_rust().into_owned();
    let lines: Vec<String> = text.lines().map(|line| line.trim_end().to_owned()).collect();
    let (column, end_column) = (column.max(0) as u32, end_column.max(0) as u32);
    let place = Position { line: 1, end_line: lines.len().max(1) as u32, column, end_column };
    let shown = (rt.hooks.excerpt)(&lines, place);
    Ok(rt.new_str(&shown)?.into())
}

/// The description of the module.
pub static MODULE: NativeModule =
    NativeModule { name: "_traceback", doc: "", functions: FUNCTIONS, init: |_, _| Ok(()) };
