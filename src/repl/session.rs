//! One dialogue with the interpreter: inputs are run one after the other in `__main__`.

use super::statements::{Cut, cut};
use crate::builtins::Streams;
use crate::heap::Object;
use crate::interpreter::{Interpreter, Sources};
use crate::layout::{List, StrBody};
use crate::modules::prompt::Inputs;
use crate::object::{ClassId, CompileMode, Raised, Result, Runtime};
use std::ffi::OsStr;
use std::io::Write;

/// Names that are called when they are typed alone.
const BARE: &[&str] = &["exit", "quit", "help", "copyright", "credits", "license"];

/// The interpreter as the prompt uses it.
pub struct Session<'a> {
    /// The interpreter.
    pub interpreter: &'a mut Interpreter,
    /// Past inputs, oldest first.
    pub history: Vec<String>,
    /// Inputs run so far.
    count: usize,
    /// What the names of inputs begin with; their number follows.
    prefix: &'static str,
}

impl<'a> Session<'a> {
    /// Begins; `prefix` is what the inputs' file names begin with.
    pub fn new(interpreter: &'a mut Interpreter, prefix: &'static str) -> Session<'a> {
        let rt = &mut interpreter.rt;
        for (name, prompt) in [("ps1", ">>> "), ("ps2", "... ")] {
            if rt.system_attribute(name).is_none()
                && let Ok(prompt) = rt.new_str(prompt)
            {
                set_system(rt, name, prompt.into());
            }
        }
        Session { interpreter, history: Vec::new(), count: 0, prefix }
    }

    /// `str(sys.ps1)` or `str(sys.ps2)`; nothing if that fails.
    pub fn prompt(&mut self, name: &str) -> String {
        let rt = &mut self.interpreter.rt;
        match rt.system_attribute(name) {
            Some(prompt) => rt.str(&prompt).map_or_else(|_| String::new(), |text| text.to_rust().into_owned()),
            None => String::new(),
        }
    }

    /// Whether Ctrl-C was pressed since anybody looked; it is forgotten.
    pub fn was_interrupted(&mut self) -> bool {
        (self.interpreter.rt.hooks.safe_point)(&mut self.interpreter.rt).is_err()
    }

    /// Whether output has left a line open, which the prompt's line editor would overwrite.
    pub fn begin_line(&mut self) -> bool {
        std::mem::take(&mut self.interpreter.rt.extension::<Streams>().line_is_open)
    }

    /// The names of the `%` commands.
    pub fn commands(&mut self) -> Vec<String> {
        let names = self.commands_module().and_then(|module| self.interpreter.rt.call_method(&module, "names", &[]));
        let rt = &mut self.interpreter.rt;
        let names = names.and_then(|names| rt.collect(&names)).unwrap_or_default();
        names.iter().filter_map(|name| name.cast::<StrBody>()).map(|name| name.to_rust().into_owned()).collect()
    }

    /// `anthill.prompt`, imported on first use.
    fn commands_module(&mut self) -> Result {
        let name = self.interpreter.rt.new_str("anthill.prompt")?;
        (self.interpreter.rt.hooks.import)(&mut self.interpreter.rt, &name)
    }

    /// Runs a line that begins with `%`.
    fn command(&mut self, line: &str) -> Option<i32> {
        let result = self.commands_module().and_then(|module| {
            let main: Object = self.interpreter.main_namespace().clone().into();
            let rt = &mut self.interpreter.rt;
            let mut past: Vec<Object> = Vec::with_capacity(self.history.len());
            for input in &self.history {
                past.push(rt.new_str(input)?.into());
            }
            let past: Object = List::from_slice(&rt.heap, &past)?.into();
            let line: Object = rt.new_str(line)?.into();
            rt.call_method(&module, "command", &[line, past, main])
        });
        let result = result.map_err(|raised| self.without_own_frames(raised));
        self.settle(result)
    }

    /// Takes the frames of commands off a traceback: what is left begins with what the user has written.
    fn without_own_frames(&mut self, raised: Raised) -> Raised {
        let rt = &mut self.interpreter.rt;
        let exception = rt.exception(raised);
        let mut cut = || -> Result<()> {
            let mut place = rt.get_attr_str(&exception, "__traceback__")?;
            while !place.is_none() {
                let frame = rt.get_attr_str(&place, "tb_frame")?;
                let code = rt.get_attr_str(&frame, "f_code")?;
                let file = rt.get_attr_str(&code, "co_filename")?;
                if !rt.str(&file)?.to_rust().starts_with("<stdlib>") {
                    break;
                }
                place = rt.get_attr_str(&place, "tb_next")?;
            }
            let name = rt.intern("__traceback__");
            rt.set_attr(&exception, &name, &place)
        };
        match cut() {
            Ok(()) => Raised::new(exception),
            Err(raised) => raised,
        }
    }

    /// Runs what was typed: names that need no brackets, else statements.
    pub fn enter(&mut self, text: &str) -> Option<i32> {
        let word = text.trim();
        if word.starts_with('%') {
            return self.command(word);
        }
        if !self.is_defined(word) {
            if word == "clear" {
                print!("\x1b[H\x1b[2J\x1b[3J");
                let _ = std::io::stdout().flush();
                return None;
            }
            if BARE.contains(&word) && self.is_builtin(word) {
                return self.run(&format!("{word}()"));
            }
        }
        self.run(text)
    }

    fn is_defined(&mut self, name: &str) -> bool {
        let key = self.interpreter.rt.intern(name);
        self.interpreter.main_namespace().get_str(&self.interpreter.rt.heap, &key).is_some()
    }

    fn is_builtin(&mut self, name: &str) -> bool {
        let rt = &mut self.interpreter.rt;
        let key = rt.intern(name);
        rt.builtins.get_str(&rt.heap, &key).is_some()
    }

    /// Runs statements and reports what they raise. An exit code if that ends the dialogue.
    pub fn run(&mut self, text: &str) -> Option<i32> {
        let closing = if self.prefix.starts_with("<stdin>") { "" } else { ">" };
        let name = format!("{}{}{closing}", self.prefix, self.count);
        self.count += 1;
        self.interpreter.rt.extension::<Sources>().remember(&name, text.as_bytes());
        self.interpreter.rt.extension::<Inputs>().0.insert(name.clone(), text.to_owned());
        let result = match cut(text) {
            Cut::One => self.interpreter.run_text(text, &name, CompileMode::Single),
            Cut::Program => self.interpreter.run_text(text, &name, CompileMode::Exec),
            Cut::Last(start) => {
                let (program, last) = text.split_at(start);
                let first = self.interpreter.run_text(program, &name, CompileMode::Exec);
                first.and_then(|_| {
                    // Empty lines keep the numbers of the lines right.
                    let last = "\n".repeat(program.matches('\n').count()) + last;
                    self.interpreter.run_text(&last, &name, CompileMode::Single)
                })
            }
        };
        self.settle(result)
    }

    /// Runs the file of PYTHONSTARTUP.
    pub fn run_startup(&mut self, file: &OsStr) -> Option<i32> {
        let shown = file.to_string_lossy().into_owned();
        let result = match std::fs::read(file) {
            Ok(source) => self.interpreter.run_source(&source, &shown, CompileMode::Exec),
            Err(error) => {
                eprintln!("Could not open PYTHONSTARTUP");
                let rt = &mut self.interpreter.rt;
                match rt.new_str(&shown) {
                    Ok(path) => Err(crate::types::exception::os_error_with_path(rt, &error, &path)),
                    Err(raised) => Err(raised),
                }
            }
        };
        self.settle(result)
    }

    /// Reports an exception; an exit code if it is SystemExit. Output is written.
    pub fn settle(&mut self, result: Result) -> Option<i32> {
        let code = result.err().and_then(|raised| self.report(raised));
        self.interpreter.rt.heap.release_leftovers();
        let _ = self.interpreter.flush_output();
        let _ = self.interpreter.rt.extension::<Streams>().flush();
        code
    }

    fn report(&mut self, raised: Raised) -> Option<i32> {
        let exception = self.interpreter.rt.exception(raised);
        if self.interpreter.rt.is_instance_of(&exception, ClassId::SystemExit) {
            return Some(self.interpreter.system_exit(&exception));
        }
        self.interpreter.report_uncaught(&exception, false)
    }
}

/// Sets an attribute of module `sys`.
fn set_system(rt: &mut Runtime, name: &str, value: Object) {
    let sys = rt.intern("sys");
    if let Some(module) = rt.modules.get_str(&rt.heap, &sys).cloned() {
        let name = rt.intern(name);
        let _ = rt.set_attr(&module, &name, &value);
    }
}
