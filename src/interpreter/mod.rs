//! Floor 6: the interpreter: wires runtime, types, VM, compiler and modules, and runs programs.
//!
//! It is the only place that knows both the VM and the modules. `Interpreter` is the door for embedders.

mod compile;
mod main_module;
mod report;
mod source;

pub use report::{Paint, format_exception, print_exception};
pub use source::Sources;

use crate::base::hash::HashKey;
use crate::builtins::{self, StandardInput, Streams};
use crate::heap::{GENERATIONS, LeakReport, Object, PERMANENT, Trigger};
use crate::import;
use crate::layout::{Dict, DictBody, StrBody};
use crate::modules::{self, sys::Settings};
use crate::object::{ClassId, CollectorState, CompileMode, ExceptionBody, Raised, Result, Runtime, source_kind};
use crate::types;

/// One Python interpreter.
pub struct Interpreter {
    // Handles are dropped before the heap that they point into.
    main: Dict,
    /// Its state.
    pub rt: Runtime,
    /// Whether an uncaught KeyboardInterrupt ended the program.
    pub interrupted: bool,
    /// Addresses of the objects with finalisers that were made at the start: the layers of the standard streams.
    streams: Vec<u64>,
}

impl Interpreter {
    /// A fresh interpreter.
    ///
    /// # Errors
    /// A text if not even the builtin classes could be made (no memory).
    pub fn new(settings: Settings, hash_key: HashKey) -> std::result::Result<Interpreter, String> {
        let defs: Vec<&'static crate::object::TypeDef> =
            types::ALL.iter().chain(types::exception::ALL.iter().copied().flatten()).copied().collect();
        let fail = |_: Raised| "cannot initialise the interpreter: out of memory".to_owned();
        let mut rt = Runtime::new(&defs, hash_key).map_err(fail)?;
        rt.extension::<Settings>().clone_from(&settings);
        crate::vm::install(&mut rt);
        rt.hooks.compile = compile::compile;
        rt.hooks.generic_alias = types::generic_alias::new;
        rt.hooks.union = types::union::of;
        rt.hooks.import = import::import;
        rt.hooks.import_name = import::import_name;
        rt.hooks.import_from = import::import_from;
        rt.hooks.is_initializing = import::is_initializing;
        rt.hooks.report_exception = report::report_hook;
        rt.hooks.suggestion = report::suggestion;
        rt.hooks.excerpt = report::plain_excerpt;
        rt.hooks.unraisable = report::report_unraisable;
        rt.hooks.unraisable_in = report::report_unraisable_in;
        rt.hooks.function_module = modules::module_of;
        rt.hooks.print_unraisable = report::print_unraisable;
        rt.hooks.intrinsic = intrinsic;
        rt.hooks.warn = modules::warnings::warn;
        rt.hooks.show_warning = report::show_warning;
        rt.extension::<types::bytes::BytesWarnings>().0 = settings.bytes_warning;
        types::iterators::install(&mut rt);
        let main = Interpreter::set_up(&mut rt, &settings).map_err(|raised| {
            let exception = rt.exception(raised);
            report::format_exception(&mut rt, &exception).unwrap_or_else(|_| "cannot initialise".to_owned())
        })?;
        let streams = rt.heap.finalizable();
        rt.heap.settle();
        Ok(Interpreter { main, rt, interrupted: false, streams })
    }

    fn set_up(rt: &mut Runtime, settings: &Settings) -> Result<Dict> {
        *rt.extension::<types::int::TextLimit>() = types::int::TextLimit(settings.int_max_str_digits as usize);
        builtins::install(rt)?;
        let dict = rt.builtins.clone();
        let module = rt.heap.alloc(crate::heap::ShapeId::MODULE, types::module::ModuleBody { dict })?;
        rt.builtins_module = module.as_object().clone();
        if settings.optimize > 0 {
            let builtins = rt.builtins.clone();
            rt.put_attribute(&builtins, "__debug__", Object::FALSE)?;
        }
        let modules_dict = rt.modules.clone();
        rt.put_attribute(&modules_dict, "builtins", module.into())?;
        let sys = modules::make(rt, &modules::sys::MODULE)?;
        rt.put_attribute(&modules_dict, "sys", sys.as_object().clone())?;
        let main = rt.new_module("__main__", Object::NONE)?;
        rt.put_attribute(&modules_dict, "__main__", main.as_object().clone())?;
        let main = main.get(&rt.heap).dict.clone();
        let builtins = rt.builtins_module.clone();
        rt.put_attribute(&main, "__builtins__", builtins)?;
        let annotations = rt.new_dict()?;
        rt.put_attribute(&main, "__annotations__", annotations.into())?;
        modules::io::install(rt, &sys)?;
        if !settings.no_site {
            builtins::site::install(rt)?;
        }
        Ok(main)
    }

    /// The namespace of `__main__`.
    pub fn main_namespace(&self) -> &Dict {
        &self.main
    }

    /// Compiles and runs the content of a file in `__main__`.
    pub fn run_source(&mut self, source: &[u8], filename: &str, mode: CompileMode) -> Result {
        self.run_bytes(source, filename, mode, source_kind::FILE)
    }

    /// Compiles and runs text in `__main__`.
    pub fn run_text(&mut self, text: &str, filename: &str, mode: CompileMode) -> Result {
        self.run_bytes(text.as_bytes(), filename, mode, source_kind::TEXT)
    }

    fn run_bytes(&mut self, source: &[u8], filename: &str, mode: CompileMode, flags: u32) -> Result {
        if filename == "<string>" {
            self.rt.extension::<Sources>().remember(filename, source);
        }
        let key = self.rt.names.main.clone();
        let modules = self.rt.modules.clone();
        if let Some(main) = modules.get_str(&self.rt.heap, &key).cloned() {
            crate::import::describe(&mut self.rt, &main, filename, source)?;
        }
        let optimize = self.rt.extension::<Settings>().optimize;
        let code = compile::compile(&mut self.rt, source, filename, mode, flags, optimize.into())?;
        let code = (self.rt.hooks.load_code)(&mut self.rt, &code)?;
        let main = self.main.clone();
        self.rt.run_code(&code, &main, &main, None)
    }

    /// Sets `__file__` of `__main__`.
    pub fn set_main_file(&mut self, file: &str) {
        let main = self.main.clone();
        if let Ok(name) = self.rt.new_str(file) {
            let _ = self.rt.put_attribute(&main, "__file__", name.into());
            let _ = self.rt.put_attribute(&main, "__cached__", Object::NONE);
        }
    }

    /// Makes Ctrl-C a KeyboardInterrupt in this interpreter.
    pub fn watch_interrupts(&mut self) {
        crate::heap::watch_interrupts(&self.rt.heap);
    }

    /// Ends a process's only interpreter: finalisers of what `__main__` holds run, memory is left to the system.
    pub fn shut_down_quickly(mut self) {
        modules::tracing::forget(&mut self.rt);
        // What is garbage already goes while names still stand, as in CPython.
        if self.rt.heap.is_collecting_enabled() {
            self.collect_noticeable();
        }
        self.rt.extension::<modules::sys::Finalizing>().0 = true;
        self.clear_modules();
        self.run_events();
        // What is left in cycles may have finalisers or hold files with unwritten data.
        self.collect_noticeable();
        self.clear_system();
        let _ = self.rt.extension::<Streams>().flush();
        std::mem::forget(self);
    }

    /// A full collection, and what it leaves to be run.
    fn collect_at_exit(&mut self) {
        (self.rt.hooks.collect)(&mut self.rt, GENERATIONS - 1, Trigger::Exit);
        self.run_events();
        self.rt.heap.release_leftovers();
    }

    /// A full collection, if any object is alive whose end could be noticed. (The standard streams, which `sys` holds,
    /// are flushed otherwise.)
    fn collect_noticeable(&mut self) {
        if self.rt.heap.has_finalizable(&self.streams) {
            self.rt.heap.release_leftovers();
            self.collect_at_exit();
        }
    }

    /// The exit code for what a program came to; an uncaught exception is reported. With `keep` the process goes on at
    /// the prompt: SystemExit is then reported like any other exception.
    pub fn outcome(&mut self, result: Result, keep: bool) -> i32 {
        let code = match result {
            Ok(_) => 0,
            Err(raised) => self.uncaught(raised, keep),
        };
        if let Err(raised) = self.flush_output() {
            drop(raised);
        }
        code
    }

    /// Ends the program: exit functions run, output is written. Gives the exit code, which is 120 where writing fails;
    /// that a reader has gone away is not worth a word.
    pub fn finish(&mut self, mut code: i32) -> i32 {
        modules::atexit::run(&mut self.rt);
        self.run_events();
        if !modules::io::flush_streams(&mut self.rt) {
            code = 120;
        }
        code
    }

    /// Flushes `sys.stdout`, whatever it is now.
    pub fn flush_output(&mut self) -> Result<()> {
        let rt = &mut self.rt;
        // What the descriptor of the process's own output refuses is found again at the end.
        if let Some(stdout) = rt.system_attribute("stdout").filter(|stdout| !stdout.is_none())
            && !rt.extension::<Streams>().stdout.as_ref().is_some_and(|own| own.is(&stdout))
        {
            rt.call_method(&stdout, "flush", &[])?;
        }
        Ok(())
    }

    /// Reports an exception that nobody caught; gives the exit code.
    fn uncaught(&mut self, raised: Raised, keep: bool) -> i32 {
        let rt = &mut self.rt;
        let exception = rt.exception(raised);
        if !keep && rt.is_instance_of(&exception, ClassId::SystemExit) {
            return self.system_exit(&exception);
        }
        let gone = rt.is_instance_of(&exception, ClassId::BrokenPipeError) && rt.extension::<Streams>().reader_is_gone;
        if gone {
            return 1;
        }
        if let Some(code) = self.report_uncaught(&exception, keep) {
            return code;
        }
        if self.rt.is_instance_of(&exception, ClassId::KeyboardInterrupt) {
            self.interrupted = !keep;
            return 130;
        }
        1
    }

    /// Has `sys.excepthook` report an exception and keeps it as `sys.last_exc`. Gives an exit code if the hook itself
    /// ends the program.
    pub fn report_uncaught(&mut self, exception: &Object, keep: bool) -> Option<i32> {
        let _ = self.rt.extension::<Streams>().flush();
        let rt = &mut self.rt;
        let hook = rt.system_attribute("excepthook");
        let class = rt.class_of(exception).as_object().clone();
        let traceback = exception.cast::<ExceptionBody>().map(|e| e.get(&rt.heap).traceback.clone());
        let args = [class, exception.clone(), traceback.unwrap_or(Object::NONE)];
        let _ = rt.put_last_exception(&args);
        match hook {
            Some(hook) => {
                if let Err(second) = rt.call(&hook, &args) {
                    let second = rt.exception(second);
                    if !keep && rt.is_instance_of(&second, ClassId::SystemExit) {
                        return Some(self.system_exit(&second));
                    }
                    eprintln!("Error in sys.excepthook:");
                    report::print_exception(&mut self.rt, &second);
                    eprintln!("\nOriginal exception was:");
                    report::print_exception(&mut self.rt, exception);
                }
            }
            None => {
                eprintln!("sys.excepthook is missing");
                report::print_exception(rt, exception);
            }
        }
        None
    }

    /// The exit code of a SystemExit; a code that is no number is printed.
    pub fn system_exit(&mut self, exception: &Object) -> i32 {
        let rt = &mut self.rt;
        let code = match rt.get_attr_str(exception, "code") {
            Ok(code) => code,
            Err(_) => return 1,
        };
        if code.is_none() {
            return 0;
        }
        if let Some(n) = Runtime::small_int(&code) {
            return (n & 0xff) as i32;
        }
        if rt.is_instance_of(&code, ClassId::Int) {
            // Too large for a process's exit code.
            return 255;
        }
        let _ = rt.extension::<Streams>().flush();
        match rt.str(&code) {
            Ok(text) => {
                let text = rt.escape_surrogates(&text);
                modules::io::write_stderr(rt, &format!("{text}\n"));
            }
            Err(_) => return 1,
        }
        1
    }

    /// Runs finalisers and weakref callbacks that wait.
    pub fn run_events(&mut self) {
        let mut rounds = 0;
        while self.rt.heap.has_events() && rounds < 1000 {
            self.rt.machine.event_backlog = false;
            if let Err(raised) = (self.rt.hooks.safe_point)(&mut self.rt) {
                drop(raised);
            }
            rounds += 1;
        }
    }

    /// Ends the interpreter in order: modules are emptied, cycles collected. Returns what the leak check finds.
    pub fn shut_down(&mut self) -> LeakReport {
        self.rt.heap.release_leftovers();
        let unaccounted = self.rt.heap.unaccounted_bytes();
        modules::tracing::forget(&mut self.rt);
        self.rt.extension::<Sources>().forget();
        self.rt.heap.move_generations(|age| age == PERMANENT, 0);
        if self.rt.heap.is_collecting_enabled() {
            self.collect_at_exit();
        }
        self.rt.extension::<modules::sys::Finalizing>().0 = true;
        *self.rt.extension::<CollectorState>() = CollectorState::default();
        *self.rt.extension::<modules::system::SystemHooks>() = Default::default();
        self.clear_modules();
        self.run_events();
        self.collect_at_exit();
        self.clear_system();
        // The standard streams have finalisers, which must run while there is a runtime.
        let streams =
            (self.rt.extension::<Streams>().stdout.take(), self.rt.extension::<StandardInput>().object.take());
        drop(streams);
        self.run_events();
        for _ in 0..3 {
            self.collect_at_exit();
        }
        let mut handles: Vec<Object> = vec![self.main.clone().into()];
        handles.extend(self.rt.rust_handles());
        let handles: Vec<&Object> = handles.iter().collect();
        let mut report = self.rt.heap.check_leaks(&[]);
        report.unaccounted = unaccounted;
        // Each handle held by Rust code accounts for one reference, and the copy made here for another.
        report.miscounted.retain(|leak| {
            let held = 2 * handles.iter().filter(|h| h.is_pointer() && h.id() == leak.address).count() as u32;
            leak.count != leak.references + held
        });
        let roots = self.rt.heap.reachable_from(&handles);
        report.unreachable.retain(|leak| !roots.contains(&leak.address));
        report
    }

    /// Drops what modules but `sys` hold, `__main__` first, names with one underscore before others, as CPython does.
    fn clear_modules(&mut self) {
        let rt = &mut self.rt;
        let main = self.main.clone();
        let mut namespaces: Vec<Dict> = vec![main];
        let system = rt.intern("sys");
        let system_module = rt.modules.get_str(&rt.heap, &system).cloned();
        let pairs = rt.modules.clone().pairs(&rt.heap);
        for (_, module) in pairs.iter().rev() {
            if !system_module.as_ref().is_some_and(|system| system.is(module))
                && let Some(module) = module.cast::<types::module::ModuleBody>()
            {
                let dict = module.get(&rt.heap).dict.clone();
                if !dict.is(&rt.builtins) && !namespaces.iter().any(|d| d.is(&dict)) {
                    namespaces.push(dict);
                }
            }
        }
        drop(pairs);
        for dict in namespaces {
            clear_namespace(rt, &dict);
        }
        let modules_dict = rt.modules.clone();
        let old = modules_dict.get_mut(&mut rt.heap).0.take();
        if let Some(module) = system_module {
            // Without memory for one entry finalisers find no `sys`, which they can bear.
            let _ = modules_dict.set_str(&mut rt.heap, &system, module, &rt.hash_key);
        }
        drop(old);
    }

    /// Drops what `sys` holds, after all else: finalisers may print.
    fn clear_system(&mut self) {
        let rt = &mut self.rt;
        let system = rt.intern("sys");
        let module = rt.modules.get_str(&rt.heap, &system).cloned();
        if let Some(module) = module.as_ref().and_then(|module| module.cast::<types::module::ModuleBody>()) {
            let dict = module.get(&rt.heap).dict.clone();
            clear_namespace(rt, &dict);
        }
        let modules_dict = rt.modules.clone();
        let old = modules_dict.get_mut(&mut rt.heap).0.take();
        drop(old);
        self.run_events();
    }
}

fn clear_namespace(rt: &mut Runtime, dict: &Dict) {
    for round in 0..2 {
        for (key, _) in dict.pairs(&rt.heap) {
            let Some(name) = key.cast::<StrBody>().cloned() else { continue };
            let text = name.to_rust().into_owned();
            let private = text.starts_with('_') && !text.starts_with("__");
            if text == "__builtins__" || (round == 0 && !private) {
                continue;
            }
            drop(dict.remove_str(&mut rt.heap, &name));
            while rt.heap.has_events() {
                if (rt.hooks.safe_point)(rt).is_err() {
                    break;
                }
            }
        }
    }
    let old = dict.get_mut(&mut rt.heap).0.take();
    drop(old);
}

impl Runtime {
    /// `sys.last_exc` and its older companions.
    fn put_last_exception(&mut self, args: &[Object; 3]) -> Result<()> {
        let sys = self.intern("sys");
        let Some(module) = self.modules.get_str(&self.heap, &sys).cloned() else { return Ok(()) };
        for (name, value) in
            [("last_exc", &args[1]), ("last_type", &args[0]), ("last_value", &args[1]), ("last_traceback", &args[2])]
        {
            let name = self.intern(name);
            self.set_attr(&module, &name, value)?;
        }
        Ok(())
    }

    /// The objects that Rust code holds beside the heap: one entry a reference.
    fn rust_handles(&mut self) -> Vec<Object> {
        let mut handles = vec![self.builtins_module.clone(), self.machine.current_exception().clone()];
        handles.extend(self.extension::<Streams>().stdout.clone());
        handles.extend(self.extension::<StandardInput>().object.clone());
        handles.extend(self.native_class_handles());
        handles.extend(modules::atexit::handles(self));
        handles.extend(modules::warnings::handles(self));
        handles
    }
}

/// The syntax tree or the bytecode of a source as text, or the report of its syntax error.
///
/// # Errors
/// CPython's report of the syntax error.
pub fn inspect(source: &[u8], filename: &str, tree: bool, attributes: bool) -> std::result::Result<String, String> {
    compile::inspect(source, filename, tree, attributes)
}

/// An intrinsic function of type parameters and `type` statements: `typing` has them.
fn intrinsic(rt: &mut Runtime, name: &str, operands: &[Object]) -> Result {
    let typing = rt.intern("typing");
    let typing = import::import(rt, &typing)?;
    let table = rt.get_attr_str(&typing, "_INTRINSICS")?;
    let key: Object = rt.intern(name).into();
    match table.cast::<DictBody>().map(|table| table.clone().get_key(rt, &key)).transpose()?.flatten() {
        Some(function) => rt.call(&function, operands),
        None => Err(rt.not_implemented(format!("{name} is not supported yet"))),
    }
}
