//! The prompt on a terminal: inputs are edited as whole blocks, in colours, with completion, hints and history.

use super::complete::{call_around, complete};
use super::history::HistoryFile;
use super::keys::{Board, Handler, Key};
use super::marks::{Continuation, to_edited, to_shown, to_source};
use super::scan::scan;
use super::session::Session;
use super::{objects, paint};
use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::{Hint, Hinter};
use rustyline::history::{History, MemHistory};
use rustyline::validate::Validator;
use rustyline::{
    ColorMode, CompletionType, Config, Context, EditMode, Editor, Event, EventHandler, GraphemeClusterMode, Helper,
    KeyCode, KeyEvent, Modifiers,
};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::io::Write;

/// Texts longer than this are edited without hints.
const HINTED: usize = 20_000;

/// What the line editor asks while a text is edited.
struct Assistant<'s, 'a> {
    session: &'s RefCell<Session<'a>>,
    continuation: Continuation,
    builtins: HashSet<String>,
    colours: bool,
    /// The text is shown for the last time: nothing is marked in it.
    last: Cell<bool>,
}

impl Helper for Assistant<'_, '_> {}
impl Validator for Assistant<'_, '_> {}

impl Completer for Assistant<'_, '_> {
    type Candidate = Pair;

    fn complete(&self, line: &str, pos: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        let Ok(mut session) = self.session.try_borrow_mut() else { return Ok((pos, Vec::new())) };
        let commands = if line.starts_with('%') { session.commands() } else { Vec::new() };
        let interpreter = &mut *session.interpreter;
        let main = interpreter.main_namespace().clone();
        let offer = complete(&mut interpreter.rt, &main, &line[..pos], &commands);
        let pairs = offer.words.into_iter().map(|word| Pair { display: word.clone(), replacement: word });
        Ok((offer.start, pairs.collect()))
    }
}

/// A hint is shown, never inserted.
struct Signature(String);

impl Hint for Signature {
    fn display(&self) -> &str {
        &self.0
    }

    fn completion(&self) -> Option<&str> {
        None
    }
}

impl Hinter for Assistant<'_, '_> {
    type Hint = Signature;

    fn hint(&self, line: &str, pos: usize, _: &Context<'_>) -> Option<Signature> {
        if pos != line.len() || line.len() > HINTED || !line.contains('(') {
            return None;
        }
        let mut session = self.session.try_borrow_mut().ok()?;
        let interpreter = &mut *session.interpreter;
        let main = interpreter.main_namespace().clone();
        let parameters = call_around(&mut interpreter.rt, &main, line, &scan(line))?;
        if parameters.is_empty() { None } else { Some(Signature(format!("  {})", parameters.join(", ")))) }
    }
}

impl Highlighter for Assistant<'_, '_> {
    fn highlight<'l>(&self, line: &'l str, pos: usize) -> Cow<'l, str> {
        let cursor = if self.last.get() { None } else { Some(pos) };
        Cow::Owned(paint::highlight(line, cursor, &self.continuation, &self.builtins, self.colours))
    }

    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(&'s self, prompt: &'p str, _default: bool) -> Cow<'b, str> {
        if self.colours { Cow::Owned(paint::prompt(prompt)) } else { Cow::Borrowed(prompt) }
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        if self.colours { Cow::Owned(paint::hint(hint)) } else { Cow::Borrowed(hint) }
    }

    fn highlight_char(&self, line: &str, pos: usize, kind: CmdKind) -> bool {
        self.last.set(kind == CmdKind::ForcedRefresh);
        match kind {
            CmdKind::MoveCursor => self.colours && paint::is_at_bracket(line, pos),
            CmdKind::Other => self.colours || line.contains('\n'),
            CmdKind::ForcedRefresh => true,
        }
    }
}

/// Whether `editing-mode vi` is set for programs that read lines.
fn edit_mode() -> EditMode {
    let named = std::env::var_os("INPUTRC").map(std::path::PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| std::path::Path::new(&home).join(".inputrc"));
    let text = named.or_else(home).and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
    let vi = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    if vi.into_iter().any(|words| words == ["set", "editing-mode", "vi"]) { EditMode::Vi } else { EditMode::Emacs }
}

fn bind(editor: &mut Editor<Assistant<'_, '_>, MemHistory>, board: &Board) {
    let control = |c: char| KeyEvent(KeyCode::Char(c), Modifiers::CTRL);
    let plain = |code: KeyCode| KeyEvent(code, Modifiers::NONE);
    let keys: [(KeyEvent, fn() -> Key); 7] = [
        (plain(KeyCode::Enter), || Key::Enter),
        (control('M'), || Key::Enter),
        (control('J'), || Key::Enter),
        (plain(KeyCode::Backspace), || Key::Backspace),
        (control('H'), || Key::Backspace),
        (plain(KeyCode::Home), || Key::Home),
        (control('A'), || Key::Home),
    ];
    for (event, key) in keys {
        let handler = Handler { key: key(), board: board.clone() };
        editor.bind_sequence(Event::from(event), EventHandler::Conditional(Box::new(handler)));
    }
}

/// Reads and runs inputs until the end; gives the exit code. `None` if the terminal cannot be used.
pub fn run(session: Session<'_>, colours: bool, ignore_environment: bool) -> Option<i32> {
    let config = Config::builder()
        .completion_type(CompletionType::List)
        .completion_show_all_if_ambiguous(false)
        // Long lists are paged, and left with q; the question before them could be answered with y or n only.
        .completion_prompt_limit(usize::MAX)
        .auto_add_history(false)
        .history_ignore_dups(true)
        .ok()?
        .max_history_size(10_000)
        .ok()?
        .color_mode(ColorMode::Forced)
        .grapheme_cluster_mode(GraphemeClusterMode::WcWidth)
        .edit_mode(edit_mode())
        .keyseq_timeout(match edit_mode() {
            // In vi's mode Escape is a key of its own; elsewhere it may begin a key, however slowly the rest is typed.
            EditMode::Vi => Some(50),
            _ => None,
        })
        .indent_size(4)
        .tab_stop(8)
        .build();
    let session = RefCell::new(session);
    let file = HistoryFile::new(ignore_environment);
    let mut editor: Editor<Assistant<'_, '_>, MemHistory> =
        Editor::with_history(config.clone(), MemHistory::with_config(&config)).ok()?;
    let board = Board::default();
    bind(&mut editor, &board);
    // Marks in the history fit the prompt of the time.
    session.borrow_mut().history = file.load();
    let mut fitted = None;
    loop {
        let (prompt, more) = {
            let mut session = session.borrow_mut();
            (session.prompt("ps1"), session.prompt("ps2"))
        };
        let continuation = Continuation::new(&more);
        if fitted.as_ref() != Some(&continuation.mark) {
            let _ = editor.clear_history();
            for entry in &session.borrow().history {
                let _ = editor.history_mut().add(&to_edited(entry, &continuation.mark));
            }
            fitted = Some(continuation.mark.clone());
        }
        if let Ok(mut board) = board.lock() {
            board.mark.clone_from(&continuation.mark);
            board.resume = None;
        }
        let mark = continuation.mark.clone();
        let builtins = {
            let session = session.borrow_mut();
            let builtins = session.interpreter.rt.builtins.clone();
            objects::keys(&session.interpreter.rt, &builtins).into_iter().collect()
        };
        let last = Cell::new(false);
        if session.borrow_mut().begin_line() {
            println!();
        }
        editor.set_helper(Some(Assistant { session: &session, continuation, builtins, colours, last }));
        let edited = match read(&mut editor, &prompt, &board) {
            Ok(edited) => edited,
            Err(ReadlineError::Interrupted) => {
                println!("KeyboardInterrupt");
                continue;
            }
            Err(ReadlineError::Eof) => return Some(0),
            Err(_) => return None,
        };
        let text = to_source(&edited);
        if text.trim().is_empty() {
            continue;
        }
        let _ = editor.add_history_entry(to_edited(text.trim_end(), &mark));
        file.append(text.trim_end());
        let mut session = session.borrow_mut();
        session.history.push(text.trim_end().to_owned());
        if let Some(code) = session.enter(&text) {
            return Some(code);
        }
    }
}

/// Reads one input. What a key has asked for that the line editor cannot do is done by editing on with a new text.
fn read(editor: &mut Editor<Assistant<'_, '_>, MemHistory>, prompt: &str, board: &Board) -> rustyline::Result<String> {
    let mut edited = editor.readline(prompt)?;
    loop {
        let Some((before, behind)) = board.lock().ok().and_then(|mut board| board.resume.take()) else {
            if board.lock().is_ok_and(|mut board| std::mem::take(&mut board.show_again)) {
                show_again(editor, prompt, &edited);
            }
            return Ok(edited);
        };
        let columns = editor.dimensions().map_or(80, |(columns, _)| columns as usize).max(1);
        let shown = match editor.helper() {
            Some(assistant) => format!("{prompt}{}", to_shown(&edited, &assistant.continuation)),
            None => edited,
        };
        let rows: usize = shown.split('\n').map(|line| rows_of(line, columns)).sum();
        print!("\x1b[{rows}A\r\x1b[J");
        let _ = std::io::stdout().flush();
        edited = editor.readline_with_initial(prompt, (&before, &behind))?;
    }
}

/// Shows an input that has been pasted once more, with the continuation prompts; not if parts of it have left the screen.
fn show_again(editor: &mut Editor<Assistant<'_, '_>, MemHistory>, prompt: &str, edited: &str) {
    let (columns, height) = editor.dimensions().map_or((80, 24), |(columns, rows)| (columns as usize, rows as usize));
    let Some(assistant) = editor.helper() else { return };
    let shown = format!("{prompt}{}", to_shown(edited, &assistant.continuation));
    let rows: usize = shown.split('\n').map(|line| rows_of(line, columns.max(1))).sum();
    if rows >= height {
        return;
    }
    let marked = to_edited(&to_source(edited), &assistant.continuation.mark);
    assistant.last.set(true);
    let text = assistant.highlight(&marked, 0);
    let prompt = assistant.highlight_prompt(prompt, true);
    println!("\x1b[{rows}A\r\x1b[J{prompt}{text}");
    let _ = std::io::stdout().flush();
}

fn rows_of(line: &str, columns: usize) -> usize {
    1 + unicode_width::UnicodeWidthStr::width(line).saturating_sub(1) / columns
}
