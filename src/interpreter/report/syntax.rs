//! The place of a SyntaxError: file and line, the source line, carets below it.

use super::frames::shown_name;
use super::message::safe_str;
use super::paint::Paint;
use super::text::is_space;
use crate::heap::Object;
use crate::layout::StrBody;
use crate::object::Runtime;

/// More carets than any line has characters help nobody.
const MAX_CARETS: i64 = 100_000;

/// The lines of a SyntaxError, the one with the message included.
pub(super) fn push_lines(rt: &mut Runtime, out: &mut Vec<String>, exception: &Object, class: &str, paint: Paint) {
    let mut get = |name: &str| rt.get_attr_str(exception, name).unwrap_or(Object::NONE);
    let (filename, line, end_line) = (get("filename"), get("lineno"), get("end_lineno"));
    let (text, offset, end_offset, message) = (get("text"), get("offset"), get("end_offset"), get("msg"));
    let mut suffix = String::new();
    let empty = |object: &Object| object.is_none() || object.cast::<StrBody>().is_some_and(|s| s.is_empty());
    let shown = |rt: &mut Runtime, object: &Object| safe_str(rt, object, "exception");
    if !line.is_none() {
        let filename = if empty(&filename) { "<string>".to_owned() } else { shown(rt, &filename) };
        let line = shown(rt, &line);
        let filename = paint.detail(&format!("\"{}\"", shown_name(&filename)));
        out.push(format!("  File {filename}, line {}\n", paint.detail(&line)));
    } else if !filename.is_none() {
        suffix = format!(" ({})", shown(rt, &filename));
    }
    if let Some(text) = text.cast::<StrBody>() {
        let text = rt.escape_surrogates(text);
        let same_line = Runtime::small_int(&line) == Runtime::small_int(&end_line);
        let end = Runtime::small_int(&end_offset).filter(|_| same_line);
        push_source(out, &text, Runtime::small_int(&offset), end, same_line, paint);
    }
    let message = if empty(&message) { "<no detail available>".to_owned() } else { shown(rt, &message) };
    out.push(format!("{}: {}{suffix}\n", paint.class(class), paint.detail(&message)));
}

/// The source line without its margin, and carets from `offset` to `end` (characters from 1).
fn push_source(
    out: &mut Vec<String>,
    text: &str,
    offset: Option<i64>,
    end: Option<i64>,
    same_line: bool,
    paint: Paint,
) {
    let whole = text.trim_end_matches('\n');
    let line = whole.trim_start_matches([' ', '\n', '\x0c']);
    out.push(format!("    {line}\n"));
    let Some(mut offset) = offset else { return };
    let length = |text: &str| text.chars().count() as i64;
    let margin = length(whole) - length(line);
    let mut end = match end {
        _ if !same_line => length(whole) + 1,
        None | Some(0) => offset,
        Some(end) => end,
    };
    if !text.is_empty() {
        if offset > length(text) {
            offset = length(whole) + 1;
        }
        if end > length(text) {
            end = length(whole) + 1;
        }
    }
    if offset >= end || end < 0 {
        end = offset.saturating_add(1);
    }
    let column = offset.saturating_sub(1).saturating_sub(margin);
    if column < 0 {
        return;
    }
    // Tabs and the like are kept, so that the carets stand below their characters.
    let blanks: String = line.chars().take(column as usize).map(|c| if is_space(c) { c } else { ' ' }).collect();
    let width = (end - offset).clamp(0, MAX_CARETS) as usize;
    if paint.is_on()
        && let Some(shown) = out.last_mut()
    {
        let (before, rest) = split_at_character(line, column as usize);
        let (fault, after) = split_at_character(rest, width);
        *shown = format!("    {before}{}{after}\n", paint.fault(fault));
    }
    out.push(format!("    {blanks}{}\n", paint.fault(&"^".repeat(width))));
}

/// The first characters of a text, and the rest.
fn split_at_character(text: &str, count: usize) -> (&str, &str) {
    text.split_at(text.char_indices().nth(count).map_or(text.len(), |(at, _)| at))
}
