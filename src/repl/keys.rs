//! What keys do that the line editor has no command for.

use super::enter::{Decision, decide};
use super::marks::{push_indent, to_source};
use rustyline::{Cmd, ConditionalEventHandler, Event, EventContext, InputMode, RepeatCount};
use std::sync::{Arc, Mutex};

/// What the keys share with the dialogue.
#[derive(Default)]
pub struct Shared {
    /// The mark behind a line end.
    pub mark: String,
    /// The text to go on editing with, before and behind the cursor: what a key did that the line editor cannot do.
    pub resume: Option<(String, String)>,
    /// The text is whole, but has lines without marks, as pasted text has: it is to be shown once more, with prompts.
    pub show_again: bool,
}

/// A handle on it.
pub type Board = Arc<Mutex<Shared>>;

/// A key with a handler of its own.
pub enum Key {
    /// Runs the text or begins a line.
    Enter,
    /// Deletes; at the beginning of a line joins it to the one before.
    Backspace,
    /// Goes to the beginning of the line, behind the prompt.
    Home,
}

/// The handler of a key.
pub struct Handler {
    /// Which key.
    pub key: Key,
    /// The shared state.
    pub board: Board,
}

impl ConditionalEventHandler for Handler {
    fn handle(&self, _event: &Event, _count: RepeatCount, _positive: bool, context: &EventContext) -> Option<Cmd> {
        let (text, cursor) = (context.line(), context.pos());
        let (before, behind) = text.split_at(cursor);
        let mut board = self.board.lock().ok()?;
        match self.key {
            Key::Enter => {
                if context.input_mode() == InputMode::Command {
                    return Some(Cmd::AcceptLine);
                }
                match decide(&to_source(before), &to_source(behind)) {
                    Decision::Run => {
                        let unmarked = |line: &str| !board.mark.is_empty() && !line.starts_with(board.mark.as_str());
                        board.show_again = text.split('\n').skip(1).any(unmarked);
                        Some(Cmd::AcceptLine)
                    }
                    Decision::Line(columns) => {
                        let mut line = format!("\n{}", board.mark);
                        push_indent(&mut line, columns);
                        Some(Cmd::Insert(1, line))
                    }
                }
            }
            Key::Backspace => {
                let joined = before.strip_suffix(board.mark.as_str())?.strip_suffix('\n')?;
                board.resume = Some((joined.to_owned(), behind.to_owned()));
                Some(Cmd::AcceptLine)
            }
            Key::Home => {
                let line = before.rfind('\n')? + 1;
                let start = line + before[line..].strip_prefix(board.mark.as_str()).map_or(0, |_| board.mark.len());
                board.resume = Some((text[..start].to_owned(), text[start..].to_owned()));
                Some(Cmd::AcceptLine)
            }
        }
    }
}
