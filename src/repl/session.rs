//! One dialogue with the interpreter: inputs are run one after the other in `__main__`.

use crate::builtins::Streams;
use crate::interpreter::{Interpreter, Sources};
use crate::object::{ClassId, CompileMode, Raised, Result};
use std::ffi::OsStr;

/// The interpreter as the prompt uses it.
pub struct Session<'a> {
    /// The interpreter.
    pub interpreter: &'a mut Interpreter,
    /// Inputs run so far.
    pub count: usize,
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
        Session { interpreter, count: 0, prefix }
    }

    /// `str(sys.ps1)` or `str(sys.ps2)`; nothing if that fails.
    pub fn prompt(&mut self, name: &str) -> String {
        let rt = &mut self.interpreter.rt;
        match rt.system_attribute(name) {
            Some(prompt) => rt.str(&prompt).map_or_else(|_| String::new(), |text| text.to_rust().into_owned()),
            None => String::new(),
        }
    }

    /// Runs an input and reports what it raises. An exit code if it ends the dialogue.
    pub fn run(&mut self, text: &str) -> Option<i32> {
        let name = format!("{}{}", self.prefix, self.count);
        self.count += 1;
        self.interpreter.rt.extension::<Sources>().remember(&name, text.as_bytes());
        let result = self.interpreter.run_source(text.as_bytes(), &name, CompileMode::Single);
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
fn set_system(rt: &mut crate::object::Runtime, name: &str, value: crate::heap::Object) {
    let sys = rt.intern("sys");
    if let Some(module) = rt.modules.get_str(&rt.heap, &sys).cloned() {
        let name = rt.intern(name);
        let _ = rt.set_attr(&module, &name, &value);
    }
}
