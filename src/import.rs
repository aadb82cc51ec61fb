//! Imports: absolute and relative names, packages, native and embedded modules, files on `sys.path`.

use crate::base::archive::Archive;
use crate::bytecode::unpack;
use crate::heap::Object;
use crate::layout::{Dict, List, Str, StrBody, TupleBody};
use crate::modules::{self, EMBEDDED, Embedded};
use crate::object::{ClassId, CompileMode, Raised, Result, Runtime, source_kind};
use crate::types::module::ModuleBody;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What `-X importtime` prints: how long each import took, what it imported itself being counted apart.
#[derive(Default)]
struct Times {
    on: bool,
    titled: bool,
    /// Imports in progress, outermost first: the name, its start, the time of those within it.
    stack: Vec<(String, Instant, Duration)>,
}

/// Reports the times of imports on standard error from now on.
pub fn time_imports(rt: &mut Runtime) {
    rt.extension::<Times>().on = true;
}

impl Times {
    /// An import begins: of the module and, within it, of its parent packages. Gives the mark for `leave`.
    fn enter(&mut self, name: &str) -> usize {
        let mark = self.stack.len();
        if self.on {
            if !self.titled {
                eprintln!("import time: self [us] | cumulative | imported package");
                self.titled = true;
            }
            let mut rest = Some(name);
            while let Some(name) = rest {
                self.stack.push((name.to_owned(), Instant::now(), Duration::ZERO));
                rest = name.rfind('.').map(|i| &name[..i]);
            }
        }
        mark
    }

    /// A module is there; only one that was not there before is worth a line.
    fn finish(&mut self, name: &str, fresh: bool) {
        if !self.on || self.stack.last().is_none_or(|(top, ..)| top != name) {
            return;
        }
        let Some((name, start, within)) = self.stack.pop() else { return };
        let cumulative = start.elapsed();
        if let Some((_, _, outer)) = self.stack.last_mut() {
            *outer += cumulative;
        }
        if fresh {
            let own = cumulative.saturating_sub(within).as_micros();
            let indent = 2 * self.stack.len();
            eprintln!("import time: {own:9} | {:10} | {:indent$}{name}", cumulative.as_micros(), "");
        }
    }

    /// The import has ended, well or badly.
    fn leave(&mut self, mark: usize) {
        self.stack.truncate(mark);
    }
}

/// Names of modules whose code is running for the first time.
#[derive(Default)]
struct Initializing(Vec<u64>);

/// Whether a module is still being imported.
pub fn is_initializing(rt: &mut Runtime, module: &Object) -> bool {
    rt.extension::<Initializing>().0.contains(&module.id())
}

/// Imports a module by its absolute name, packages on the way included; returns the module itself.
pub fn import(rt: &mut Runtime, name: &Str) -> Result {
    let text = name.to_rust().into_owned();
    if let Some(found) = loaded(rt, &text)? {
        return Ok(found);
    }
    let mark = rt.extension::<Times>().enter(&text);
    let result = import_parts(rt, &text);
    rt.extension::<Times>().leave(mark);
    result
}

/// Imports what is not loaded yet, from the outermost package on.
fn import_parts(rt: &mut Runtime, text: &str) -> Result {
    let mut parent: Option<Object> = None;
    let mut at = 0;
    loop {
        let end = text[at..].find('.').map_or(text.len(), |i| at + i);
        let part = &text[..end];
        let module = match loaded(rt, part)? {
            Some(module) => {
                rt.extension::<Times>().finish(part, false);
                module
            }
            None => {
                let module = load(rt, part, parent.as_ref(), text)?;
                rt.extension::<Times>().finish(part, true);
                if let Some(parent) = &parent {
                    let short = rt.intern(&part[at..]);
                    rt.set_attr(parent, &short, &module)?;
                }
                module
            }
        };
        if end == text.len() {
            return Ok(module);
        }
        parent = Some(module);
        at = end + 1;
    }
}

/// The entry of `sys.modules`; None there forbids the import.
fn loaded(rt: &mut Runtime, name: &str) -> Result<Option<Object>> {
    let key = rt.intern(name);
    match rt.modules.clone().get_str(&rt.heap, &key).cloned() {
        Some(found) if found.is_none() => {
            let message = format!("import of {name} halted; None in sys.modules");
            Err(not_found(rt, message, name))
        }
        other => Ok(other),
    }
}

#[cold]
fn not_found(rt: &mut Runtime, message: String, name: &str) -> Raised {
    import_error(rt, ClassId::ModuleNotFoundError, message, name, None)
}

/// An ImportError with `name` and `path`.
#[cold]
fn import_error(rt: &mut Runtime, class: ClassId, message: String, name: &str, path: Option<Object>) -> Raised {
    let raised = rt.raise(class, message);
    let exception = raised.object().clone();
    if let Ok(name_object) = rt.new_str(name) {
        let key = rt.intern("name");
        if let Err(second) = rt.set_attr(&exception, &key, &name_object) {
            return second;
        }
    }
    if let Some(path) = path {
        let key = rt.intern("path");
        if let Err(second) = rt.set_attr(&exception, &key, &path) {
            return second;
        }
    }
    raised
}

/// Finds and runs a module that is not loaded yet.
fn load(rt: &mut Runtime, name: &str, parent: Option<&Object>, whole: &str) -> Result {
    let search = match parent {
        None => {
            if let Some(native) = modules::ALL.iter().find(|m| m.name == name) {
                return load_native(rt, native);
            }
            if name == "builtins" {
                return Ok(rt.builtins_module.clone());
            }
            None
        }
        Some(parent) => {
            let key = rt.intern("__path__");
            match rt.get_attr_opt(parent, &key)? {
                Some(path) => Some(path),
                None => {
                    let package = &name[..name.rfind('.').unwrap_or(0)];
                    let message = format!("No module named '{whole}'; '{package}' is not a package");
                    return Err(not_found(rt, message, whole));
                }
            }
        }
    };
    let paths = match &search {
        Some(paths) => rt.collect(paths)?,
        None => match rt.system_attribute("path") {
            Some(path) => rt.collect(&path)?,
            None => Vec::new(),
        },
    };
    // The project's own modules come before files, as CPython's built-in and frozen ones do; a package's parts lie
    // where its `__path__` says.
    if let Some(native) = modules::ALL.iter().find(|m| m.name == name) {
        return load_native(rt, native);
    }
    match locate(rt, name, &paths, search.is_none()) {
        Some(place) => load_place(rt, name, place),
        None => Err(not_found(rt, format!("No module named '{name}'"), name)),
    }
}

fn load_native(rt: &mut Runtime, native: &'static modules::NativeModule) -> Result {
    let module = modules::make(rt, native)?;
    let dict = rt.modules.clone();
    rt.put_attribute(&dict, native.name, module.as_object().clone())?;
    say_imported(rt, native.name, "built-in");
    Ok(module.into())
}

/// `-v`.
fn say_imported(rt: &mut Runtime, name: &str, place: &str) {
    if rt.extension::<modules::sys::Settings>().verbose > 0 {
        crate::modules::io::write_stderr(rt, &format!("import '{name}' # {place}\n"));
    }
}

/// Where a module lies.
enum Place {
    /// A file, or a package's `__init__.py` with the package's folder.
    File(PathBuf, Option<PathBuf>),
    /// A module embedded in the binary.
    Embedded(&'static Embedded),
    /// A member of a zip file: its path, its text, the package's folder.
    Archived { file: String, source: Vec<u8>, folder: Option<String> },
    /// Folders without `__init__.py`.
    Namespace(Vec<String>),
}

/// Looks for a module on a search path. `top` says that the path is `sys.path`, where the embedded modules come last
/// but before namespace packages.
fn locate(rt: &mut Runtime, name: &str, paths: &[Object], top: bool) -> Option<Place> {
    let short = name.rsplit('.').next().unwrap_or(name);
    let mut embedded = top;
    let mut portions = Vec::new();
    for entry in paths {
        let Some(entry) = entry.cast::<StrBody>() else { continue };
        let entry = entry.to_rust().into_owned();
        if entry.starts_with("<stdlib>") {
            embedded = true;
            continue;
        }
        let folder = Path::new(if entry.is_empty() { "." } else { &entry });
        match find_file(folder, short) {
            Some(Found::File(path)) => return Some(Place::File(path, None)),
            Some(Found::Package(folder, init)) => return Some(Place::File(init, Some(folder))),
            Some(Found::Namespace(folder)) => portions.push(folder.to_string_lossy().into_owned()),
            None if folder.is_dir() => {}
            None => {
                if let Some(place) = rt.extension::<Archives>().find(&entry, short) {
                    return Some(place);
                }
            }
        }
    }
    if embedded && let Some(module) = EMBEDDED.iter().find(|module| module.name == name) {
        return Some(Place::Embedded(module));
    }
    if portions.is_empty() { None } else { Some(Place::Namespace(portions)) }
}

/// The zip files that the search path names, read once.
#[derive(Default)]
struct Archives(HashMap<PathBuf, Option<Archive>>);

impl Archives {
    /// The zip file that is `path` or one of its parents, and the rest of the path.
    fn open(&mut self, path: &str) -> Option<(&Archive, String)> {
        let mut at = Path::new(path);
        let mut inner: Vec<String> = Vec::new();
        while !at.is_file() {
            inner.push(at.file_name()?.to_string_lossy().into_owned());
            at = at.parent()?;
        }
        inner.reverse();
        let archive = self.0.entry(at.to_owned()).or_insert_with(|| Archive::open(at));
        Some((archive.as_ref()?, inner.join("/")))
    }

    fn find(&mut self, entry: &str, short: &str) -> Option<Place> {
        let (archive, inner) = self.open(entry)?;
        let entry = entry.trim_end_matches('/');
        let stem = if inner.is_empty() { short.to_owned() } else { format!("{inner}/{short}") };
        let init = format!("{stem}/__init__.py");
        if let Some(source) = archive.read(&init) {
            let folder = format!("{entry}/{short}");
            return Some(Place::Archived { file: format!("{folder}/__init__.py"), source, folder: Some(folder) });
        }
        if let Some(source) = archive.read(&format!("{stem}.py")) {
            return Some(Place::Archived { file: format!("{entry}/{short}.py"), source, folder: None });
        }
        if archive.has_folder(&stem) { Some(Place::Namespace(vec![format!("{entry}/{short}")])) } else { None }
    }
}

/// What a search in one folder found.
enum Found {
    File(PathBuf),
    Package(PathBuf, PathBuf),
    Namespace(PathBuf),
}

fn find_file(folder: &Path, short: &str) -> Option<Found> {
    let package = folder.join(short);
    let init = package.join("__init__.py");
    if init.is_file() {
        return Some(Found::Package(package, init));
    }
    let file = folder.join(format!("{short}.py"));
    if file.is_file() {
        return Some(Found::File(file));
    }
    // A folder without `__init__.py` is a namespace package.
    if package.is_dir() { Some(Found::Namespace(package)) } else { None }
}

fn load_place(rt: &mut Runtime, name: &str, place: Place) -> Result {
    match place {
        Place::Namespace(folders) => {
            let module = rt.new_module(name, Object::NONE)?;
            let dict = module.get(&rt.heap).dict.clone();
            set_package(rt, &dict, name, Some(&folders))?;
            let modules = rt.modules.clone();
            rt.put_attribute(&modules, name, module.as_object().clone())?;
            Ok(module.into())
        }
        place => {
            let (file, text, folder) = match place {
                Place::Embedded(module) => {
                    let (file, folder) = embedded_place(module);
                    (file, Text::Embedded(module), folder)
                }
                place => {
                    let (file, source, folder) = read_place(rt, place)?;
                    (file, Text::Source(source), folder)
                }
            };
            let module = run_module(rt, name, &file, text, folder.as_ref().map(std::slice::from_ref))?;
            say_imported(rt, name, &file);
            Ok(module)
        }
    }
}

/// The file name of an embedded module, and its folder if it is a package.
fn embedded_place(module: &Embedded) -> (String, Option<String>) {
    let folder = module.is_package.then(|| format!("<stdlib>/{}", module.name.replace('.', "/")));
    (format!("<stdlib>/{}", module.path), folder)
}

/// What a module's code is made of.
enum Text {
    Source(Vec<u8>),
    Embedded(&'static Embedded),
}

/// The file name, text and folder (of a package) of a place that has a text.
fn read_place(rt: &mut Runtime, place: Place) -> Result<(String, Vec<u8>, Option<String>)> {
    match place {
        Place::File(path, package) => {
            let text = path.to_string_lossy().into_owned();
            let source = match std::fs::read(&path) {
                Ok(source) => source,
                Err(error) => {
                    let path = rt.new_str(&text)?;
                    return Err(crate::types::exception::os_error_with_path(rt, &error, &path));
                }
            };
            Ok((text, source, package.map(|p| p.to_string_lossy().into_owned())))
        }
        Place::Embedded(module) => {
            let (file, folder) = embedded_place(module);
            Ok((file, module.source.as_bytes().to_vec(), folder))
        }
        Place::Archived { file, source, folder } => {
            // Tracebacks find no such file.
            rt.extension::<crate::interpreter::Sources>().remember(&file, &source);
            Ok((file, source, folder))
        }
        Place::Namespace(_) => Ok((String::new(), Vec::new(), None)),
    }
}

fn set_package(rt: &mut Runtime, dict: &Dict, name: &str, folders: Option<&[String]>) -> Result<()> {
    let package = match folders {
        Some(_) => name,
        None => name.rfind('.').map_or("", |i| &name[..i]),
    };
    let package = rt.intern(package);
    rt.put_attribute(dict, "__package__", package.into())?;
    if let Some(folders) = folders {
        let mut items: Vec<Object> = Vec::with_capacity(folders.len());
        for folder in folders {
            items.push(rt.new_str(folder)?.into());
        }
        let path = List::from_slice(&rt.heap, &items)?;
        rt.put_attribute(dict, "__path__", path.into())?;
    }
    Ok(())
}

fn run_module(rt: &mut Runtime, name: &str, file: &str, text: Text, folders: Option<&[String]>) -> Result {
    let module = rt.new_module(name, Object::NONE)?;
    let dict = module.get(&rt.heap).dict.clone();
    set_package(rt, &dict, name, folders)?;
    let file_object = rt.new_str(file)?;
    rt.put_attribute(&dict, "__file__", file_object.into())?;
    let builtins = rt.builtins_module.clone();
    rt.put_attribute(&dict, "__builtins__", builtins)?;
    let modules = rt.modules.clone();
    rt.put_attribute(&modules, name, module.as_object().clone())?;
    rt.extension::<Initializing>().0.push(module.id());
    let described = match &text {
        Text::Source(source) => describe(rt, &module, file, source),
        // The library's own modules do not speak of what is made when somebody asks.
        Text::Embedded(_) => Ok(()),
    };
    let result = described.and_then(|()| execute(rt, text, file, &dict));
    rt.extension::<Initializing>().0.retain(|&id| id != module.id());
    let key = rt.intern(name);
    match result {
        // The module may have replaced itself.
        Ok(()) => Ok(modules.get_str(&rt.heap, &key).cloned().unwrap_or_else(|| module.into())),
        Err(raised) => {
            drop(modules.remove_str(&mut rt.heap, &key));
            Err(raised)
        }
    }
}

/// Makes `__spec__` and `__loader__` for a module whose text speaks of them; those of others are made when somebody
/// asks. The library's own modules know that.
pub fn describe(rt: &mut Runtime, module: &Object, file: &str, source: &[u8]) -> Result<()> {
    if file.starts_with('<') && file != "<string>" {
        return Ok(());
    }
    for name in ["__spec__", "__loader__"] {
        if memchr::memmem::find(source, name.as_bytes()).is_some() {
            rt.get_attr_str(module, name)?;
        }
    }
    Ok(())
}

fn execute(rt: &mut Runtime, text: Text, file: &str, dict: &Dict) -> Result<()> {
    let ready = match &text {
        // What the library was compiled for is the default.
        Text::Embedded(module) if rt.extension::<modules::sys::Settings>().optimize == 0 => unpack(module.code, file),
        _ => None,
    };
    let code = match (ready, &text) {
        (Some(code), _) => code,
        (None, Text::Source(source)) => {
            (rt.hooks.compile)(rt, source, file, CompileMode::Exec, source_kind::IMPORTED, -1)?
        }
        (None, Text::Embedded(module)) => {
            (rt.hooks.compile)(rt, module.source.as_bytes(), file, CompileMode::Exec, source_kind::IMPORTED, -1)?
        }
    };
    drop(text);
    let code = (rt.hooks.load_code)(rt, &code)?;
    rt.run_code(&code, dict, dict, None)?;
    Ok(())
}

/// The package that relative names count from.
fn package_of(rt: &mut Runtime, globals: &Dict) -> Result<String> {
    let (package_key, name_key) = (rt.names.package.clone(), rt.names.name.clone());
    let path_key = rt.names.path.clone();
    if let Some(package) = globals.get_str(&rt.heap, &package_key).cloned()
        && !package.is_none()
    {
        return match package.cast::<StrBody>() {
            Some(package) => Ok(package.to_rust().into_owned()),
            None => Err(rt.type_error("package must be a string")),
        };
    }
    let Some(name) = globals.get_str(&rt.heap, &name_key).cloned() else {
        return Err(rt.raise(ClassId::KeyError, "'__name__' not in globals"));
    };
    let Some(name) = name.cast::<StrBody>() else {
        return Err(rt.type_error("__name__ must be a string"));
    };
    let name = name.to_rust().into_owned();
    if globals.get_str(&rt.heap, &path_key).is_some() {
        return Ok(name);
    }
    Ok(name.rfind('.').map_or(String::new(), |i| name[..i].to_owned()))
}

/// `__import__`: for `import a.b` the package `a`, for `from a.b import c` the module `a.b`.
pub fn import_name(rt: &mut Runtime, name: &Str, globals: Option<&Dict>, from_list: &Object, level: usize) -> Result {
    let text = name.to_rust().into_owned();
    let absolute = if level == 0 {
        if text.is_empty() {
            return Err(rt.value_error("Empty module name"));
        }
        text.clone()
    } else {
        let package = match globals {
            Some(globals) => package_of(rt, globals)?,
            None => return Err(rt.raise(ClassId::KeyError, "'__name__' not in globals")),
        };
        if package.is_empty() {
            return Err(rt.raise(ClassId::ImportError, "attempted relative import with no known parent package"));
        }
        let mut base = package.as_str();
        for _ in 1..level {
            match base.rfind('.') {
                Some(i) => base = &base[..i],
                None => {
                    return Err(rt.raise(ClassId::ImportError, "attempted relative import beyond top-level package"));
                }
            }
        }
        if text.is_empty() { base.to_owned() } else { format!("{base}.{text}") }
    };
    let absolute_name = rt.new_str(&absolute)?;
    let module = import(rt, &absolute_name)?;
    let wants_names = !from_list.is_none() && rt.truth(from_list)?;
    if !wants_names {
        if level == 0 {
            let first = absolute.split('.').next().unwrap_or(&absolute).to_owned();
            return Ok(loaded(rt, &first)?.unwrap_or(module));
        }
        // `__import__('b', level=1)`: the first part behind the package.
        let cut = text.split('.').next().map_or(0, str::len);
        let keep = absolute.len() - (text.len() - cut);
        return Ok(loaded(rt, &absolute[..keep])?.unwrap_or(module));
    }
    import_submodules(rt, &module, &absolute, from_list)?;
    Ok(module)
}

/// Names of a `from` import that are modules of the package are imported.
fn import_submodules(rt: &mut Runtime, module: &Object, absolute: &str, from_list: &Object) -> Result<()> {
    let path_key = rt.names.path.clone();
    if module.cast::<ModuleBody>().is_none() || rt.get_attr_opt(module, &path_key)?.is_none() {
        return Ok(());
    }
    let mut names = match from_list.cast::<TupleBody>() {
        Some(names) => names.items().to_vec(),
        None => rt.collect(from_list)?,
    };
    if names.iter().any(|n| n.cast::<StrBody>().is_some_and(|n| n.equals_text("*"))) {
        let all = rt.names.all.clone();
        names = match rt.get_attr_opt(module, &all)? {
            Some(all) => rt.collect(&all)?,
            None => Vec::new(),
        };
    }
    for name in names {
        let Some(name) = name.cast::<StrBody>() else { continue };
        if rt.get_attr_opt(module, name)?.is_some() {
            continue;
        }
        let full = format!("{absolute}.{}", name.to_rust());
        let full_name = rt.new_str(&full)?;
        match import(rt, &full_name) {
            Ok(_) => {}
            // The name may be no module at all; then `from` reports it.
            Err(raised) if rt.is_raised(&raised, ClassId::ModuleNotFoundError) => {
                let key = rt.intern("name");
                let exception = raised.object().clone();
                let missing = rt.get_attr_opt(&exception, &key)?;
                let same = missing.as_ref().and_then(|m| m.cast::<StrBody>()).is_some_and(|m| m.equals_text(&full));
                if !same {
                    return Err(raised);
                }
            }
            Err(raised) => return Err(raised),
        }
    }
    Ok(())
}

/// The text of a module that is to run as the main program.
pub struct MainSource {
    /// Its file.
    pub file: String,
    /// Its text.
    pub source: Vec<u8>,
}

/// What a module's name stands for as a main program.
pub enum MainPlace {
    /// A module with a text.
    Source(MainSource),
    /// A package.
    Package,
    /// A native module.
    Native,
}

/// Finds a module without running it, its parent package being imported. `None`: there is none.
///
/// # Errors
/// What importing the parents raised.
pub fn find_main(rt: &mut Runtime, name: &str) -> Result<Option<MainPlace>> {
    if modules::ALL.iter().any(|m| m.name == name) || name == "builtins" {
        return Ok(Some(MainPlace::Native));
    }
    let parent = name.rfind('.').map(|i| &name[..i]);
    let paths = match parent {
        None => rt.system_attribute("path"),
        Some(parent) => {
            let parent_name = rt.new_str(parent)?;
            let module = import(rt, &parent_name)?;
            let key = rt.names.path.clone();
            match rt.get_attr_opt(&module, &key)? {
                Some(path) => Some(path),
                None => {
                    let message = format!("__path__ attribute not found on '{parent}' while trying to find '{name}'");
                    return Err(not_found(rt, message, name));
                }
            }
        }
    };
    let paths = match paths {
        Some(paths) => rt.collect(&paths)?,
        None => Vec::new(),
    };
    find_in(rt, name, &paths, parent.is_none())
}

/// Finds `__main__` in a folder or zip file.
///
/// # Errors
/// It cannot be read.
pub fn find_main_in(rt: &mut Runtime, folder: &str) -> Result<Option<MainSource>> {
    let folder: Object = rt.new_str(folder)?.into();
    match find_in(rt, "__main__", &[folder], false)? {
        Some(MainPlace::Source(source)) => Ok(Some(source)),
        _ => Ok(None),
    }
}

fn find_in(rt: &mut Runtime, name: &str, paths: &[Object], top: bool) -> Result<Option<MainPlace>> {
    let Some(place) = locate(rt, name, paths, top) else { return Ok(None) };
    if matches!(
        place,
        Place::Namespace(_) | Place::File(_, Some(_)) | Place::Embedded(Embedded { is_package: true, .. })
    ) {
        return Ok(Some(MainPlace::Package));
    }
    let (file, source, folder) = read_place(rt, place)?;
    if folder.is_some() {
        return Ok(Some(MainPlace::Package));
    }
    Ok(Some(MainPlace::Source(MainSource { file, source })))
}

/// What `from module import name` gives for a name that is no attribute: the submodule that is loaded under that name.
///
/// # Errors
/// ImportError with `name`, `path` and `name_from`.
pub fn import_from(rt: &mut Runtime, module: &Object, name: &Str) -> Result {
    let key = rt.names.name.clone();
    let package = rt.get_attr_opt(module, &key)?;
    let package = package.as_ref().and_then(|package| package.cast::<StrBody>());
    if let Some(package) = package {
        let full = rt.new_str(&format!("{}.{}", package.to_rust(), name.to_rust()))?;
        if let Some(found) = rt.modules.get_str(&rt.heap, &full).filter(|found| !found.is_none()) {
            return Ok(found.clone());
        }
    }
    let package: Object = match package {
        Some(package) => package.clone().into(),
        None => rt.new_str("<unknown module name>")?.into(),
    };
    let key = rt.names.file.clone();
    let file = rt.get_attr_opt(module, &key)?.filter(|file| file.cast::<StrBody>().is_some());
    let mut message = "cannot import name ".to_owned();
    rt.push_repr(&mut message, name)?;
    let partial = is_initializing(rt, module);
    message.push_str(if partial { " from partially initialized module " } else { " from " });
    rt.push_repr(&mut message, &package)?;
    if partial {
        message.push_str(" (most likely due to a circular import)");
    }
    match file.as_ref().and_then(|file| file.cast::<StrBody>()) {
        Some(file) => message.push_str(&format!(" ({})", file.to_rust())),
        None => message.push_str(" (unknown location)"),
    }
    let raised = rt.raise(ClassId::ImportError, &message);
    let fields = [rt.new_str(&message)?.into(), package, file.unwrap_or(Object::NONE), name.as_object().clone()];
    let fields = crate::heap::HeapVec::from_exact(&rt.heap, fields.into_iter())?;
    if let Some(exception) = raised.object().cast::<crate::object::ExceptionBody>() {
        let old = std::mem::replace(&mut exception.get_mut(&mut rt.heap).0.fields, fields);
        drop(old);
    }
    Err(raised)
}
