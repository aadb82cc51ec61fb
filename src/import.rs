//! Imports: absolute and relative names, packages, native and embedded modules, files on `sys.path`.

use crate::heap::Object;
use crate::layout::{Dict, List, Str, StrBody, TupleBody};
use crate::modules::{self, EMBEDDED};
use crate::object::{ClassId, CompileMode, Raised, Result, Runtime};
use crate::types::module::ModuleBody;
use std::path::{Path, PathBuf};

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
    let mut parent: Option<Object> = None;
    let mut at = 0;
    loop {
        let end = text[at..].find('.').map_or(text.len(), |i| at + i);
        let part = &text[..end];
        let module = match loaded(rt, part)? {
            Some(module) => module,
            None => {
                let module = load(rt, part, parent.as_ref(), &text)?;
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
    let short = name.rsplit('.').next().unwrap_or(name);
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
    let from_stdlib = search.is_none()
        || paths.iter().any(|p| p.cast::<StrBody>().is_some_and(|p| p.to_rust().starts_with("<stdlib>")));
    for entry in &paths {
        let Some(entry) = entry.cast::<StrBody>() else { continue };
        let folder = entry.to_rust().into_owned();
        if folder.starts_with("<stdlib>") {
            continue;
        }
        if let Some(found) = find_file(Path::new(if folder.is_empty() { "." } else { &folder }), short) {
            return load_file(rt, name, found);
        }
    }
    if from_stdlib && let Some((_, package, path, source)) = EMBEDDED.iter().find(|(n, ..)| *n == name) {
        return load_embedded(rt, name, *package, path, source);
    }
    Err(not_found(rt, format!("No module named '{name}'"), name))
}

fn load_native(rt: &mut Runtime, native: &'static modules::NativeModule) -> Result {
    let module = modules::make(rt, native)?;
    let dict = rt.modules.clone();
    rt.put_attribute(&dict, native.name, module.as_object().clone())?;
    Ok(module.into())
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

fn load_file(rt: &mut Runtime, name: &str, found: Found) -> Result {
    let (path, package) = match found {
        Found::File(path) => (path, None),
        Found::Package(folder, init) => (init, Some(folder)),
        Found::Namespace(folder) => {
            let module = rt.new_module(name, Object::NONE)?;
            let dict = module.get(&rt.heap).dict.clone();
            set_package(rt, &dict, name, Some(&folder.to_string_lossy()))?;
            let modules = rt.modules.clone();
            rt.put_attribute(&modules, name, module.as_object().clone())?;
            return Ok(module.into());
        }
    };
    let text = path.to_string_lossy().into_owned();
    let source = match std::fs::read(&path) {
        Ok(source) => source,
        Err(error) => {
            let path = rt.new_str(&text)?;
            return Err(crate::types::exception::os_error_with_path(rt, &error, &path));
        }
    };
    let folder = package.map(|p| p.to_string_lossy().into_owned());
    run_module(rt, name, &text, &source, folder.as_deref())
}

fn load_embedded(rt: &mut Runtime, name: &str, package: bool, path: &str, source: &str) -> Result {
    let file = format!("<stdlib>/{path}");
    let folder = if package { Some(format!("<stdlib>/{}", name.replace('.', "/"))) } else { None };
    run_module(rt, name, &file, source.as_bytes(), folder.as_deref())
}

fn set_package(rt: &mut Runtime, dict: &Dict, name: &str, folder: Option<&str>) -> Result<()> {
    let package = match folder {
        Some(_) => name,
        None => name.rfind('.').map_or("", |i| &name[..i]),
    };
    let package = rt.intern(package);
    rt.put_attribute(dict, "__package__", package.into())?;
    if let Some(folder) = folder {
        let folder: Object = rt.new_str(folder)?.into();
        let path = List::from_slice(&rt.heap, &[folder])?;
        rt.put_attribute(dict, "__path__", path.into())?;
    }
    Ok(())
}

fn run_module(rt: &mut Runtime, name: &str, file: &str, source: &[u8], folder: Option<&str>) -> Result {
    let module = rt.new_module(name, Object::NONE)?;
    let dict = module.get(&rt.heap).dict.clone();
    set_package(rt, &dict, name, folder)?;
    let file_object = rt.new_str(file)?;
    rt.put_attribute(&dict, "__file__", file_object.into())?;
    let builtins = rt.builtins_module.clone();
    rt.put_attribute(&dict, "__builtins__", builtins)?;
    let modules = rt.modules.clone();
    rt.put_attribute(&modules, name, module.as_object().clone())?;
    rt.extension::<Initializing>().0.push(module.id());
    let result = execute(rt, source, file, &dict);
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

fn execute(rt: &mut Runtime, source: &[u8], file: &str, dict: &Dict) -> Result<()> {
    let code = (rt.hooks.compile)(rt, source, file, CompileMode::Exec, 0, -1)?;
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

/// Where the main code of a module or package lies.
pub struct MainModule {
    /// Its file.
    pub file: String,
    /// The package that its relative imports count from.
    pub package: String,
    /// Its text.
    pub source: Vec<u8>,
}

/// Finds what `-m name` runs: the module, or `__main__` of a package.
pub fn find_main(rt: &mut Runtime, name: &str) -> Result<MainModule> {
    let package = name.rfind('.').map_or("", |i| &name[..i]);
    let mut folders: Vec<String> = Vec::new();
    if package.is_empty() {
        if let Some(path) = rt.system_attribute("path") {
            let entries = rt.collect(&path)?;
            folders.extend(entries.iter().filter_map(|p| p.cast::<StrBody>()).map(|p| p.to_rust().into_owned()));
        }
    } else {
        let package_name = rt.new_str(package)?;
        let parent = import(rt, &package_name)?;
        let key = rt.names.path.clone();
        if let Some(path) = rt.get_attr_opt(&parent, &key)? {
            let entries = rt.collect(&path)?;
            folders.extend(entries.iter().filter_map(|p| p.cast::<StrBody>()).map(|p| p.to_rust().into_owned()));
        }
    }
    let short = name.rsplit('.').next().unwrap_or(name);
    for folder in &folders {
        if folder.starts_with("<stdlib>") {
            let main = format!("{name}.__main__");
            let found = EMBEDDED.iter().find(|(n, package, ..)| *n == name && !*package);
            if let Some((_, _, path, source)) = found.or_else(|| EMBEDDED.iter().find(|(n, ..)| *n == main)) {
                let package = if EMBEDDED.iter().any(|(n, p, ..)| *n == name && *p) { name } else { package };
                return Ok(MainModule {
                    file: format!("<stdlib>/{path}"),
                    package: package.to_owned(),
                    source: source.as_bytes().to_vec(),
                });
            }
            continue;
        }
        let (path, package) = match find_file(Path::new(if folder.is_empty() { "." } else { folder }), short) {
            Some(Found::File(path)) => (path, package),
            Some(Found::Package(folder, _) | Found::Namespace(folder)) => {
                let main = folder.join("__main__.py");
                if !main.is_file() {
                    let message = format!(
                        "No module named {name}.__main__; '{name}' is a package and cannot be directly executed"
                    );
                    return Err(import_error(rt, ClassId::ImportError, message, name, None));
                }
                let package_name = rt.new_str(name)?;
                import(rt, &package_name)?;
                (main, name)
            }
            None => continue,
        };
        return match std::fs::read(&path) {
            Ok(source) => {
                Ok(MainModule { file: path.to_string_lossy().into_owned(), package: package.to_owned(), source })
            }
            Err(error) => {
                let path = rt.new_str(&path.to_string_lossy())?;
                Err(crate::types::exception::os_error_with_path(rt, &error, &path))
            }
        };
    }
    Err(not_found(rt, format!("No module named {name}"), name))
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
