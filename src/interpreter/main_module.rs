//! The main program as a module: `-m NAME`, folders and zip files with `__main__`.

use super::Interpreter;
use crate::heap::Object;
use crate::import::{self, MainPlace, MainSource};
use crate::layout::{DictBody, StrBody};
use crate::modules::warnings::warn_explicit;
use crate::object::{ClassId, CompileMode, Raised, Result, Runtime};

/// Why a name is no program.
enum Refusal {
    /// A text that `sys.executable` is put in front of.
    Text(String),
    /// Something else went wrong.
    Raised(Raised),
}

impl From<Raised> for Refusal {
    fn from(raised: Raised) -> Refusal {
        Refusal::Raised(raised)
    }
}

impl Interpreter {
    /// Runs the module `name`, or `__main__` of the package `name`, as the main program. What there is to say against
    /// it comes as SystemExit with that text.
    pub fn run_module(&mut self, name: &str) -> Result {
        match details(&mut self.rt, name) {
            Ok((name, main)) => {
                let package = name.rfind('.').map_or("", |i| &name[..i]).to_owned();
                self.set_first_argument(&main.file)?;
                self.describe_main(&name, &main.file)?;
                self.run_main(&main, &package)
            }
            Err(Refusal::Text(text)) => {
                let executable = match self.rt.system_attribute("executable") {
                    Some(path) => self.rt.str(&path)?.to_rust().into_owned(),
                    None => String::new(),
                };
                let text: Object = self.rt.new_str(&format!("{executable}: {text}"))?.into();
                Err(self.rt.raise_with(ClassId::SystemExit, &[text]))
            }
            Err(Refusal::Raised(raised)) => Err(raised),
        }
    }

    /// Runs `__main__` of a folder or zip file, which stands on `sys.path` already; `None` if there is none.
    pub fn run_container(&mut self, path: &str) -> Option<Result> {
        match import::find_main_in(&mut self.rt, path) {
            Ok(Some(main)) => Some(match self.describe_main("__main__", &main.file) {
                Ok(()) => self.run_main(&main, ""),
                Err(raised) => Err(raised),
            }),
            Ok(None) => None,
            Err(raised) => Some(Err(raised)),
        }
    }

    /// Sets `__spec__` and `__loader__` of `__main__`.
    fn describe_main(&mut self, name: &str, file: &str) -> Result<()> {
        let rt = &mut self.rt;
        let library = rt.intern("importlib.machinery");
        let library = (rt.hooks.import)(rt, &library)?;
        let (name, file) = (rt.new_str(name)?.into(), rt.new_str(file)?.into());
        rt.call_method(&library, "_describe_main", &[name, file]).map(drop)
    }

    fn run_main(&mut self, main: &MainSource, package: &str) -> Result {
        let namespace = self.main_namespace().clone();
        let package = self.rt.intern(package);
        self.rt.put_attribute(&namespace, "__package__", package.into())?;
        self.set_main_file(&main.file);
        self.run_source(&main.source, &main.file, CompileMode::Exec)
    }

    /// Sets `sys.argv[0]`.
    fn set_first_argument(&mut self, file: &str) -> Result<()> {
        let rt = &mut self.rt;
        let argv = rt.system_attribute("argv");
        if let Some(list) = argv.as_ref().and_then(|a| a.cast::<crate::layout::ListBody>()) {
            let file = rt.new_str(file)?;
            if let Some(first) = list.get_mut(&mut rt.heap).0.items.first_mut() {
                let old = std::mem::replace(first, file.into());
                drop(old);
            }
        }
        Ok(())
    }
}

/// The module that is to run for a name, as `runpy` finds it.
fn details(rt: &mut Runtime, name: &str) -> std::result::Result<(String, MainSource), Refusal> {
    if name.starts_with('.') {
        return Err(Refusal::Text("Relative module names not supported".to_owned()));
    }
    if name.is_empty() {
        return Err(Refusal::Text("No module named ".to_owned()));
    }
    if name == "__main__" {
        let text = "Error while finding module specification for '__main__' (ValueError: __main__.__spec__ is None)";
        return Err(Refusal::Text(text.to_owned()));
    }
    if let Some(package) = name.rfind('.').map(|i| &name[..i]) {
        import_package(rt, package)?;
        if let Some(own) = loaded_with(rt, package, name)? {
            return details(rt, &own);
        }
    }
    if name.ends_with('.') || name.contains('/') {
        return Err(Refusal::Text(format!("No module named {name}")));
    }
    match import::find_main(rt, name) {
        Ok(None) => Err(Refusal::Text(format!("No module named {name}"))),
        Ok(Some(MainPlace::Native)) if WITHOUT_EFFECT.contains(&name) => {
            Ok((name.to_owned(), MainSource { file: format!("<stdlib>/{name}.py"), source: Vec::new() }))
        }
        Ok(Some(MainPlace::Native)) => Err(Refusal::Text(format!("No code object available for {name}"))),
        Ok(Some(MainPlace::Source(main))) => Ok((name.to_owned(), main)),
        Ok(Some(MainPlace::Package)) => {
            if name == "__main__" || name.ends_with(".__main__") {
                return Err(Refusal::Text("Cannot use package as __main__ module".to_owned()));
            }
            match details(rt, &format!("{name}.__main__")) {
                Err(Refusal::Text(text)) => {
                    Err(Refusal::Text(format!("{text}; '{name}' is a package and cannot be directly executed")))
                }
                other => other,
            }
        }
        Err(raised) => {
            let known = [ClassId::ImportError, ClassId::AttributeError, ClassId::TypeError, ClassId::ValueError];
            if !known.into_iter().any(|class| rt.is_raised(&raised, class)) {
                return Err(Refusal::Raised(raised));
            }
            let exception = rt.exception(raised);
            let class = rt.type_name(&exception);
            let text = rt.str(&exception)?.to_rust().into_owned();
            let mut text = format!("Error while finding module specification for '{name}' ({class}: {text})");
            if let Some(stem) = name.strip_suffix(".py") {
                text.push_str(&format!(". Try using '{stem}' instead of '{name}' as the module name."));
            }
            Err(Refusal::Text(text))
        }
    }
}

/// Native modules that are files in CPython, which do nothing when they are run.
const WITHOUT_EFFECT: &[&str] = &["bisect", "hashlib", "operator"];

/// Warns that importing the package has loaded the very module that is to run. Its own name, if it is known by another
/// one there, as `posixpath` by `os.path`.
fn loaded_with(rt: &mut Runtime, package: &str, name: &str) -> Result<Option<String>> {
    let modules = rt.system_attribute("modules");
    let key: Object = rt.new_str(name)?.into();
    let Some(modules) = modules.and_then(|modules| modules.cast::<DictBody>().cloned()) else { return Ok(None) };
    let Some(module) = modules.get_key(rt, &key)? else { return Ok(None) };
    let path = rt.names.path.clone();
    if rt.get_attr_opt(&module, &path)?.is_some() {
        return Ok(None);
    }
    let text = format!(
        "'{name}' found in sys.modules after import of package '{package}', but prior to execution of '{name}'; this may \
         result in unpredictable behaviour"
    );
    // CPython's file and line.
    warn_explicit(rt, ClassId::RuntimeWarning, &text, "<frozen runpy>", 128)?;
    let own = rt.get_attr_str(&module, "__name__")?;
    Ok(own.cast::<StrBody>().map(|own| own.to_rust().into_owned()).filter(|own| own != name))
}

/// Imports the package around the module. That there is none is found again, and said better, by the search.
fn import_package(rt: &mut Runtime, package: &str) -> std::result::Result<(), Refusal> {
    let text = rt.new_str(package)?;
    let Err(raised) = import::import(rt, &text) else { return Ok(()) };
    if !rt.is_raised(&raised, ClassId::ImportError) {
        return Err(Refusal::Raised(raised));
    }
    let exception = raised.object().clone();
    let missing = rt.get_attr_str(&exception, "name")?;
    let missing = missing.cast::<StrBody>().map(|name| name.to_rust().into_owned());
    let own = missing.is_some_and(|missing| missing == package || package.starts_with(&format!("{missing}.")));
    if own { Ok(()) } else { Err(Refusal::Raised(raised)) }
}
