//! The source lines of one instruction with carets below them.

use super::anchors::{Anchors, find_anchors, is_plain_call_line};
use super::paint::Paint;
use super::text::{character_offset, dedent, display_width, is_space, push_indented, split_lines};
use crate::bytecode::Position;
use anthill_grammar::Interner;
use bumpalo::Bump;
use std::collections::BTreeSet;

/// The lines of an instruction, as they stand in a report (indented by 4, each with its line end). Of many lines only
/// the first, the last, and those around the anchors are shown. Empty if there is nothing to show.
pub(super) fn excerpt(
    original: &[String],
    place: Position,
    arena: &Bump,
    names: &mut Interner,
    paint: Paint,
) -> String {
    let text = original.join("\n") + "\n";
    let dedented = dedent(&text);
    if dedented.chars().all(is_space) {
        return String::new();
    }
    // The line count can differ from the position's: form feeds and the like end lines here.
    let count = (place.end_line - place.line) as usize + 1;
    let originals = split_lines(&text);
    let lines: Vec<&str> = split_lines(&dedented).into_iter().take(count).collect();
    let (Some(first), Some(last)) = (originals.first(), originals.get(count - 1)) else { return String::new() };
    let removed = first.chars().count() - lines[0].chars().count();
    let start = character_offset(first, place.column as usize).saturating_sub(removed);
    let end = character_offset(last, place.end_column as usize).saturating_sub(removed);
    let lines: Vec<Vec<char>> = lines.into_iter().map(|line| line.chars().collect()).collect();
    let anchors = find_anchors(&segment(&lines, start, end), arena, names);
    let carets = shows_carets(&lines, start, end, anchors.is_some(), arena, names);
    let marks = Marks::new(&lines, start, end, anchors);
    let mut out = String::new();
    let mut previous: Option<usize> = None;
    for index in marks.significant(lines.len()) {
        match previous.map(|previous| index - previous) {
            Some(2) => marks.push_line(&mut out, &lines, index - 1, carets, paint),
            Some(distance) if distance > 2 => out.push_str(&format!("...<{} lines>...\n", distance - 1)),
            _ => (),
        }
        marks.push_line(&mut out, &lines, index, carets, paint);
        previous = Some(index);
    }
    let mut indented = String::new();
    push_indented(&mut indented, &dedent(&out), "    ");
    indented
}

/// The text of the instruction alone.
fn segment(lines: &[Vec<char>], start: usize, end: usize) -> String {
    let mut all: Vec<char> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            all.push('\n');
        }
        all.extend(line);
    }
    let last = lines.last().map_or(0, Vec::len);
    let stop = (all.len() + end).saturating_sub(last).min(all.len());
    all.get(start..stop).map_or_else(String::new, |part| part.iter().collect())
}

/// Carets tell nothing where they would underline the whole line without an anchor, or a whole `x = f()`.
fn shows_carets(
    lines: &[Vec<char>],
    start: usize,
    end: usize,
    anchored: bool,
    arena: &Bump,
    names: &mut Interner,
) -> bool {
    let text = segment(lines, 0, lines.last().map_or(0, Vec::len));
    match is_plain_call_line(&text, lines.len(), start, end, arena, names) {
        Some(true) => return false,
        _ if anchored => return true,
        _ => (),
    }
    let visible = |part: Option<&[char]>| part.is_some_and(|part| part.iter().any(|c| !is_space(*c)));
    let (first, last) = (&lines[0], &lines[lines.len() - 1]);
    visible(first.get(..start.min(first.len()))) || visible(last.get(end..))
}

/// Which columns of which lines are underlined, and how. Columns count display width.
struct Marks {
    start: usize,
    end: usize,
    anchors: Option<Anchors>,
}

impl Marks {
    fn new(lines: &[Vec<char>], start: usize, end: usize, anchors: Option<Anchors>) -> Marks {
        let anchors = anchors.map(|mut anchors| {
            for (line, column) in [&mut anchors.left, &mut anchors.right] {
                // Columns of the segment's first line count from where the instruction starts.
                if *line == 0 {
                    *column += start;
                }
                *column = lines.get(*line).map_or(*column, |line| display_width(line, *column));
            }
            anchors
        });
        let (first, last) = (&lines[0], &lines[lines.len() - 1]);
        Marks { start: display_width(first, start), end: display_width(last, end), anchors }
    }

    /// The lines to show.
    fn significant(&self, count: usize) -> BTreeSet<usize> {
        let mut lines = BTreeSet::from([0, count - 1]);
        if let Some(anchors) = &self.anchors {
            for (line, _) in [anchors.left, anchors.right] {
                lines.extend(line.saturating_sub(1)..=line + 1);
            }
        }
        lines.retain(|line| *line < count);
        lines
    }

    fn push_line(&self, out: &mut String, lines: &[Vec<char>], index: usize, carets: bool, paint: Paint) {
        let line = &lines[index];
        if !carets {
            out.extend(line);
            out.push('\n');
            return;
        }
        let mut below = String::new();
        let blanks = line.iter().take_while(|c| is_space(**c)).count();
        let width = if index == lines.len() - 1 { self.end } else { display_width(line, line.len()) };
        for column in 0..width {
            below.push(if column < blanks || (index == 0 && column < self.start) {
                ' '
            } else {
                match &self.anchors {
                    None => '^',
                    Some(anchors) if anchors.hold(index, column) => '^',
                    Some(_) => '~',
                }
            });
        }
        let (line, below) = paint.marked(line, &below);
        out.push_str(&line);
        out.push('\n');
        out.push_str(&below);
        out.push('\n');
    }
}
