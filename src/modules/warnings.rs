//! `_warnings`: what decides of a warning. Module `warnings`, in Python, keeps what programs change and how a warning is
//! shown; unless it has been imported no Python code runs here.
//!
//! The natives of all floors warn by [`warn`], the compiler by [`warn_explicit`].

use super::{NativeModule, set};
use crate::heap::Object;
use crate::layout::{Dict, DictBody, List, ListBody, Str, StrBody, TupleBody};
use crate::methods;
use crate::object::{Class, ClassId, Raised, Result, Runtime};
use crate::types::module::Module;
use crate::vm::{SourcePlace, caller_place};

methods! {
    static FUNCTIONS = [
        /// Issue a warning, or maybe ignore it or raise an exception.
        ///
        ///   message
        ///     Text of the warning message.
        ///   category
        ///     The Warning category subclass. Defaults to UserWarning.
        ///   stacklevel
        ///     How far up the call stack to make this warning appear. A value of 2 for
        ///     example attributes the warning to the caller of the code calling warn().
        ///   source
        ///     If supplied, the destroyed object which emitted a ResourceWarning
        ///   skip_file_prefixes
        ///     An optional tuple of module filename prefixes indicating frames to skip
        ///     during stacklevel computations for stack frame attribution.
        @function "warn"(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()) => warn_here;
        /// Issue a warning, or maybe ignore it or raise an exception.
        @function "warn_explicit"(
            message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None
        ) => warn_there;
        @function "_filters_mutated"() => |rt: &mut Runtime| rt.extension::<State>().version += 1;
    ];
}

/// The state that there is before, and without, module `warnings`.
struct State {
    /// The filters, a list; whoever asks first makes it.
    filters: Object,
    default_action: Object,
    once: Object,
    /// What registries were filled under: a change of the filters empties them.
    version: i64,
}

impl Default for State {
    fn default() -> State {
        State { filters: Object::NONE, default_action: Object::NONE, once: Object::NONE, version: 0 }
    }
}

/// The objects that this module holds beside the heap: one entry a reference.
pub fn handles(rt: &mut Runtime) -> Vec<Object> {
    let state = rt.extension::<State>();
    vec![state.filters.clone(), state.default_action.clone(), state.once.clone()]
}

/// Fills the state with what every program begins with.
fn prepare(rt: &mut Runtime) -> Result<()> {
    if !rt.extension::<State>().filters.is_none() {
        return Ok(());
    }
    let (show, hide, main) = (rt.intern("default"), rt.intern("ignore"), rt.intern("__main__"));
    let mut filters = Vec::with_capacity(5);
    for (action, category, module) in [
        (&show, ClassId::DeprecationWarning, Object::from(main)),
        (&hide, ClassId::DeprecationWarning, Object::NONE),
        (&hide, ClassId::PendingDeprecationWarning, Object::NONE),
        (&hide, ClassId::ImportWarning, Object::NONE),
        (&hide, ClassId::ResourceWarning, Object::NONE),
    ] {
        let category = rt.class(category).as_object().clone();
        let items = vec![action.clone().into(), Object::NONE, category, module, Object::small(0)];
        filters.push(Object::from(rt.new_tuple(items)?));
    }
    let filters = List::from_owned(&rt.heap, filters)?.into();
    let once = rt.new_dict()?.into();
    *rt.extension::<State>() = State { filters, default_action: show.into(), once, version: 0 };
    Ok(())
}

/// An attribute of module `warnings`, if that has been imported.
fn of_module(rt: &mut Runtime, name: &str) -> Result<Option<Object>> {
    let key = rt.intern("warnings");
    let modules = rt.modules.clone();
    match modules.get_str(&rt.heap, &key).cloned() {
        Some(module) => {
            let name = rt.intern(name);
            rt.get_attr_opt(&module, &name)
        }
        None => Ok(None),
    }
}

/// Warns from native code: `level` 1 is the innermost Python function.
///
/// # Errors
/// The warning, if a filter says so; whatever showing it raises.
pub fn warn(rt: &mut Runtime, category: ClassId, text: &str, level: usize) -> Result<()> {
    let category = rt.class(category).clone();
    let text: Object = rt.new_str(text)?.into();
    let place = caller_place(rt, level.max(1) - 1, &[]);
    issue_at(rt, &category, text, place, &Object::NONE)
}

/// Warns of a file that is dropped while it is open.
///
/// # Errors
/// As [`warn`].
pub fn warn_of_unclosed(rt: &mut Runtime, file: &Object) -> Result<()> {
    let text = format!("unclosed file {}", rt.repr(file)?.to_rust());
    let category = rt.class(ClassId::ResourceWarning).clone();
    let text: Object = rt.new_str(&text)?.into();
    let place = caller_place(rt, 0, &[]);
    issue_at(rt, &category, text, place, file)
}

fn warn_here(
    rt: &mut Runtime,
    message: &Object,
    category: Option<&Object>,
    level: Option<crate::object::Index>,
    source: Option<&Object>,
    prefixes: Option<&Object>,
) -> Result<()> {
    let category = match rt.is_instance_of(message, ClassId::Warning) {
        true => rt.class_of(message).clone(),
        false => {
            let given = category.filter(|category| !category.is_none());
            let class = match given {
                None => Some(rt.class(ClassId::UserWarning).clone()),
                Some(given) => Class::from_object(given).cloned(),
            };
            match class.filter(|class| rt.is_subclass(class, rt.class(ClassId::Warning))) {
                Some(class) => class,
                None => {
                    let got = given.map_or_else(String::new, |given| rt.type_name(given).to_string());
                    return Err(rt.type_error(format!("category must be a Warning subclass, not '{got}'")));
                }
            }
        }
    };
    let mut level = level.map_or(1, |level| level.0);
    let mut skipped = Vec::new();
    if let Some(prefixes) = prefixes {
        let Some(prefixes) = prefixes.cast::<TupleBody>() else {
            let got = rt.type_name(prefixes);
            return Err(rt.type_error(format!("warn() argument 'skip_file_prefixes' must be tuple, not {got}")));
        };
        for prefix in prefixes.items() {
            let Some(prefix) = prefix.cast::<StrBody>() else {
                let got = rt.type_name(prefix);
                return Err(rt.type_error(format!("Found non-str '{got}' in skip_file_prefixes.")));
            };
            skipped.push(prefix.to_rust().into_owned());
        }
    }
    if !skipped.is_empty() {
        level = level.max(2);
    }
    let place = caller_place(rt, level.max(1) as usize - 1, &skipped);
    issue_at(rt, &category, message.clone(), place, source.unwrap_or(&Object::NONE))
}

/// Warns of a place on the stack, and notes it in the registry of the module there.
fn issue_at(
    rt: &mut Runtime,
    category: &Class,
    message: Object,
    place: Option<SourcePlace>,
    source: &Object,
) -> Result<()> {
    let (globals, filename, line) = match place {
        Some(place) => (place.globals, place.filename, place.line),
        None => {
            let name = rt.intern("sys");
            let modules = rt.modules.clone();
            let sys = modules.get_str(&rt.heap, &name).cloned();
            let namespace = match sys.as_ref().and_then(|sys| sys.cast::<crate::types::module::ModuleBody>()) {
                Some(sys) => sys.get(&rt.heap).dict.clone(),
                None => rt.new_dict()?,
            };
            (namespace, rt.intern("<sys>"), 0)
        }
    };
    let key = rt.intern("__warningregistry__");
    let registry: Object = match globals.get_str(&rt.heap, &key).cloned() {
        Some(registry) => registry,
        None => {
            let registry: Object = rt.new_dict()?.into();
            rt.put_attribute(&globals, "__warningregistry__", registry.clone())?;
            registry
        }
    };
    let key = rt.intern("__name__");
    let module = globals.get_str(&rt.heap, &key).filter(|name| name.cast::<StrBody>().is_some()).cloned();
    let module = match module {
        Some(module) => module,
        None => rt.intern("<string>").into(),
    };
    issue(
        rt,
        Warned { category: category.as_object().clone(), message, filename, line, module, registry },
        source,
        true,
    )
}

#[allow(clippy::too_many_arguments)]
fn warn_there(
    rt: &mut Runtime,
    message: &Object,
    category: &Object,
    filename: &Object,
    line: crate::object::Index,
    module: Option<&Object>,
    registry: Option<&Object>,
    module_globals: Option<&Object>,
    source: Option<&Object>,
) -> Result<()> {
    let Some(filename) = filename.cast::<StrBody>().cloned() else {
        let got = rt.type_name(filename);
        return Err(rt.type_error(format!("warn_explicit() argument 'filename' must be str, not {got}")));
    };
    if let Some(globals) = module_globals.filter(|globals| !globals.is_none())
        && globals.cast::<DictBody>().is_none()
    {
        let got = rt.type_name(globals);
        return Err(rt.type_error(format!("module_globals must be a dict, not '{got}'")));
    }
    let module = match module {
        // CPython: late in the shutdown.
        Some(module) if module.is_none() => return Ok(()),
        Some(module) => module.clone(),
        None => module_of_file(rt, &filename)?,
    };
    let registry = registry.cloned().unwrap_or(Object::NONE);
    if !registry.is_none() && registry.cast::<DictBody>().is_none() {
        return Err(rt.type_error("'registry' must be a dict or None"));
    }
    let line = line.0.clamp(0, u32::MAX as isize) as u32;
    let warned = Warned { category: category.clone(), message: message.clone(), filename, line, module, registry };
    issue(rt, warned, source.unwrap_or(&Object::NONE), true)
}

/// Warns of a line of a file without noting it anywhere, as the compiler does.
///
/// # Errors
/// As [`warn`].
pub fn warn_explicit(rt: &mut Runtime, category: ClassId, text: &str, filename: &str, line: u32) -> Result<()> {
    let category = rt.class(category).as_object().clone();
    let message: Object = rt.new_str(text)?.into();
    let filename = rt.new_str(filename)?;
    let module = module_of_file(rt, &filename)?;
    let with_source = !filename.to_rust().starts_with('<');
    let warned = Warned { category, message, filename, line, module, registry: Object::NONE };
    issue(rt, warned, &Object::NONE, with_source)
}

/// What a file's module is taken to be: the name without `.py`.
fn module_of_file(rt: &mut Runtime, filename: &Str) -> Result {
    let text = filename.to_rust().into_owned();
    let name = match text.as_str() {
        "" => "<unknown>",
        name => name.strip_suffix(".py").unwrap_or(name),
    };
    Ok(rt.new_str(name)?.into())
}

/// A warning on its way.
struct Warned {
    category: Object,
    /// A text, or an instance of the category.
    message: Object,
    filename: Str,
    line: u32,
    module: Object,
    /// A dict, or None.
    registry: Object,
}

fn issue(rt: &mut Runtime, warned: Warned, source: &Object, with_source: bool) -> Result<()> {
    prepare(rt)?;
    let Warned { mut category, message, filename, line, module, registry } = warned;
    let (text, message) = if rt.is_instance_of(&message, ClassId::Warning) {
        category = rt.class_of(&message).as_object().clone();
        (Object::from(rt.str(&message)?), message)
    } else {
        let instance = rt.call(&category, std::slice::from_ref(&message))?;
        (message, instance)
    };
    let line_object = rt.new_int(line.into())?;
    let key = Object::from(rt.new_tuple(vec![text.clone(), category.clone(), line_object.clone()])?);
    let registry = registry.cast::<DictBody>().cloned();
    if let Some(registry) = &registry
        && is_noted(rt, registry, &key)?
    {
        return Ok(());
    }
    let (action, item) = action(rt, &category, &text, line, &module)?;
    let name = match action.cast::<StrBody>() {
        Some(name) => name.to_rust().into_owned(),
        None => String::new(),
    };
    if name == "error" {
        return Err(Raised::new(message));
    }
    if name == "ignore" {
        return Ok(());
    }
    if name != "always" && name != "all" {
        if let Some(registry) = &registry {
            registry.set_key(rt, &key, Object::TRUE)?;
        }
        let noted_in = match name.as_str() {
            "once" => match &registry {
                Some(registry) => Some(registry.clone()),
                None => Some(once_registry(rt)?),
            },
            "module" => registry.clone(),
            "default" => None,
            _ => {
                let (action, item) = (rt.repr(&action)?, rt.repr(&item)?);
                let text =
                    format!("Unrecognized action ({}) in warnings.filters:\n {}", action.to_rust(), item.to_rust());
                return Err(rt.runtime_error(text));
            }
        };
        if let Some(registry) = noted_in {
            let wide = Object::from(rt.new_tuple(vec![text.clone(), category.clone()])?);
            if is_noted(rt, &registry, &wide)? {
                return Ok(());
            }
            registry.set_key(rt, &wide, Object::TRUE)?;
        }
    }
    show(rt, [message, category, filename.into(), line_object], &text, line, source, with_source)
}

/// Whether the registry says that there is nothing more to say. A registry of other filters is emptied first.
fn is_noted(rt: &mut Runtime, registry: &Dict, key: &Object) -> Result<bool> {
    let version = rt.extension::<State>().version;
    let name: Object = rt.intern("version").into();
    let known = registry.get_key(rt, &name)?.and_then(|known| known.value().as_int());
    if known != Some(version) {
        rt.call_method(registry.as_object(), "clear", &[])?;
        let version = rt.new_int(version.into())?;
        registry.set_key(rt, &name, version)?;
        return Ok(false);
    }
    match registry.get_key(rt, key)? {
        Some(noted) => rt.truth(&noted),
        None => Ok(false),
    }
}

fn once_registry(rt: &mut Runtime) -> Result<Dict> {
    if let Some(registry) = of_module(rt, "onceregistry")? {
        return match registry.downcast::<DictBody>() {
            Ok(registry) => Ok(registry),
            Err(other) => {
                let got = rt.type_name(&other);
                Err(rt.type_error(format!("_warnings.onceregistry must be a dict, not '{got}'")))
            }
        };
    }
    match rt.extension::<State>().once.cast::<DictBody>() {
        Some(registry) => Ok(registry.clone()),
        None => rt.new_dict(),
    }
}

/// The action of the first filter that fits, and that filter; else the default action.
fn action(rt: &mut Runtime, category: &Object, text: &Object, line: u32, module: &Object) -> Result<(Object, Object)> {
    let filters = match of_module(rt, "filters")? {
        Some(filters) => filters,
        None => rt.extension::<State>().filters.clone(),
    };
    let Some(filters) = filters.cast::<ListBody>().cloned() else {
        return Err(rt.value_error("_warnings.filters must be a list"));
    };
    let mut index = 0;
    // Patterns run Python code, which may change the list.
    while let Some(item) = filters.get(&rt.heap).items.get(index).cloned() {
        let parts = match item.cast::<TupleBody>().map(|tuple| tuple.items()) {
            Some([action, message, category, module, line]) => {
                [action.clone(), message.clone(), category.clone(), module.clone(), line.clone()]
            }
            _ => return Err(rt.value_error(format!("_warnings.filters item {index} isn't a 5-tuple"))),
        };
        let [action, message, wanted, module_pattern, wanted_line] = parts;
        if action.cast::<StrBody>().is_none() {
            let got = rt.type_name(&action);
            return Err(rt.type_error(format!("action must be a string, not '{got}'")));
        }
        let fits = fits(rt, &message, text)?
            && fits(rt, &module_pattern, module)?
            && rt.issubclass(category, &wanted)?
            && matches!(rt.to_index(&wanted_line)?, at if at == 0 || at == line as isize);
        if fits {
            return Ok((action, item));
        }
        index += 1;
    }
    let default = match of_module(rt, "defaultaction")? {
        Some(default) => default,
        None => rt.extension::<State>().default_action.clone(),
    };
    if default.cast::<StrBody>().is_none() {
        let got = rt.type_name(&default);
        return Err(rt.type_error(format!("_warnings.defaultaction must be a string, not '{got}'")));
    }
    Ok((default, Object::NONE))
}

/// Whether a pattern of a filter fits: None fits all, a text what is equal, a regular expression what it matches.
fn fits(rt: &mut Runtime, pattern: &Object, text: &Object) -> Result<bool> {
    if pattern.is_none() {
        return Ok(true);
    }
    if pattern.cast_exact::<StrBody>().is_some() {
        return rt.equal(pattern, text);
    }
    let found = rt.call_method(pattern, "match", std::slice::from_ref(text))?;
    rt.truth(&found)
}

/// Shows it: by `warnings._showwarnmsg` if that module is there, else as that would.
fn show(
    rt: &mut Runtime,
    what: [Object; 4],
    text: &Object,
    line: u32,
    source: &Object,
    with_source: bool,
) -> Result<()> {
    let Some(function) = of_module(rt, "_showwarnmsg")? else {
        let [_, category, filename, _] = &what;
        let name = rt.get_attr_str(category, "__name__")?;
        let (name, text, filename) = (rt.str(&name)?, rt.str(text)?, rt.str(filename)?);
        let said = format!("{}: {}", name.to_rust(), text.to_rust());
        return (rt.hooks.show_warning)(rt, &said, &filename.to_rust(), line, with_source);
    };
    if !super::support::is_callable(rt, &function) {
        return Err(rt.type_error("warnings._showwarnmsg() must be set to a callable"));
    }
    let Some(class) = of_module(rt, "WarningMessage")? else {
        return Err(rt.runtime_error("unable to get warnings.WarningMessage"));
    };
    let [message, category, filename, line] = what;
    let args = [message, category, filename, line, Object::NONE, Object::NONE, source.clone()];
    let message = rt.call(&class, &args)?;
    rt.call(&function, &[message]).map(drop)
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    prepare(rt)?;
    let state = rt.extension::<State>();
    let (filters, action, once) = (state.filters.clone(), state.default_action.clone(), state.once.clone());
    set(rt, module, "filters", filters)?;
    set(rt, module, "_defaultaction", action)?;
    set(rt, module, "_onceregistry", once)
}

/// The description of module `_warnings`.
pub static MODULE: NativeModule = NativeModule {
    name: "_warnings",
    doc: "_warnings provides basic warning filtering support.\nIt is a helper module to speed up interpreter start-up.",
    functions: FUNCTIONS,
    init,
};
