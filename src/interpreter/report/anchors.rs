//! What stands out within an instruction: the operator of a binary operation, the brackets of a subscript or call.

use super::text::{character_offset, is_space, split_lines};
use anthill_grammar::ast::{Expr, ExprKind, Mod, StmtKind};
use anthill_grammar::{Interner, Lines, Mode, parse_str};
use bumpalo::Bump;

/// The range to mark with `^` while the rest of the instruction gets `~`: line (from 0) and column (characters) of its
/// start and of its end.
pub(super) struct Anchors {
    pub(super) left: (usize, usize),
    pub(super) right: (usize, usize),
}

impl Anchors {
    /// Whether a place is within the range.
    pub(super) fn hold(&self, line: usize, column: usize) -> bool {
        self.left <= (line, column) && (line, column) < self.right
    }
}

/// Parses the text of an instruction (one expression, possibly of many lines) and finds its anchors.
pub(super) fn find_anchors(segment: &str, arena: &Bump, names: &mut Interner) -> Option<Anchors> {
    // In brackets the line ends within it do not matter.
    let bracketed = format!("(\n{segment}\n)");
    let tree = parse_str(&bracketed, Mode::Module, arena, names).ok()?;
    let Mod::Module { body: [statement] } = tree.root else { return None };
    let StmtKind::Expr { value } = statement.kind else { return None };
    let lines = split_lines(segment);
    let text = Text { lines: &lines, chars: lines.iter().map(|l| l.chars().collect()).collect(), table: &tree.lines };
    match value.kind {
        ExprKind::BinOp { left, right, .. } => text.operator(left, right),
        ExprKind::Subscript { value: target, .. } => text.bracket(target, value, '['),
        ExprKind::Call(call) => text.bracket(call.func, value, '('),
        _ => None,
    }
}

struct Text<'a> {
    lines: &'a [&'a str],
    chars: Vec<Vec<char>>,
    /// Of the bracketed text: one line more in front.
    table: &'a Lines,
}

type Place = (usize, usize);

impl Text<'_> {
    fn place(&self, offset: u32) -> Option<Place> {
        let position = self.table.position(offset);
        let line = (position.line as usize).checked_sub(2)?;
        Some((line, character_offset(self.lines.get(line)?, position.column as usize)))
    }

    /// The place itself, or the next one that holds a character.
    fn valid(&self, (mut line, mut column): Place) -> Option<Place> {
        while column >= self.chars.get(line)?.len() {
            (line, column) = (line + 1, 0);
        }
        Some((line, column))
    }

    /// The first place from `at` on whose character passes; comments and line joints are skipped.
    fn search(&self, at: Place, wanted: impl Fn(char) -> bool) -> Option<Place> {
        let mut at = self.valid(at)?;
        loop {
            let c = self.chars[at.0][at.1];
            at = if matches!(c, '\\' | '#') {
                self.valid((at.0 + 1, 0))?
            } else if !wanted(c) {
                self.valid((at.0, at.1 + 1))?
            } else {
                return Some(at);
            };
        }
    }

    fn operator(&self, left: &Expr<'_>, right: &Expr<'_>) -> Option<Anchors> {
        let (line, column) = self.search(self.place(left.span.end)?, |c| !is_space(c) && c != ')')?;
        let mut end = column + 1;
        // An operator of two characters; the second must not belong to the right operand.
        if let Some(&c) = self.chars[line].get(end)
            && (line, end) < self.place(right.span.start)?
            && !is_space(c)
            && !matches!(c, '\\' | '#')
        {
            end += 1;
        }
        Some(Anchors { left: (line, column), right: (line, end) })
    }

    fn bracket(&self, target: &Expr<'_>, whole: &Expr<'_>, bracket: char) -> Option<Anchors> {
        let left = self.search(self.place(target.span.end)?, |c| c == bracket)?;
        Some(Anchors { left, right: self.place(whole.span.end)? })
    }
}

/// Whether the lines are `return f(…)` or `name = f(…)` and the instruction is that call; `None` if they are no program.
/// An empty program counts as such a line.
pub(super) fn is_plain_call_line(
    text: &str,
    count: usize,
    start: usize,
    end: usize,
    arena: &Bump,
    names: &mut Interner,
) -> Option<bool> {
    let tree = parse_str(text, Mode::Module, arena, names).ok()?;
    let Mod::Module { body } = tree.root else { return None };
    let Some(statement) = body.first() else { return Some(true) };
    let is_name = |expr: &Expr<'_>| matches!(expr.kind, ExprKind::Name { .. });
    let call = match statement.kind {
        StmtKind::Return { value: Some(value) } => match value.kind {
            ExprKind::Call(call) if is_name(call.func) => value,
            _ => return Some(false),
        },
        StmtKind::Assign { targets: [target], value } if is_name(target) => match value.kind {
            ExprKind::Call(_) => value,
            _ => return Some(false),
        },
        _ => return Some(false),
    };
    // Columns in bytes against columns in characters: so does CPython.
    let place = tree.lines.location(call.span);
    Some(
        place.lineno == 1
            && place.end_lineno as usize == count
            && place.col_offset as usize == start
            && place.end_col_offset as usize == end,
    )
}
