//! Functions on code: `exec`, `eval`, `compile`, `globals`, `locals`, `__import__`, `__build_class__`.

use crate::base::text::codec::Codec;
use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::heap::{Object, ShapeId};
use crate::layout::{Bytes, BytesBody, Dict, DictBody, StrBody, Tuple, TupleBody};
use crate::methods;
use crate::object::{
    Args, Class, ClassId, CodeBody, CodeObject, CompileMode, Function, FunctionBody, Index, Keywords, OrNone, Rest,
    Result, Runtime, source_kind,
};

methods! {
    pub static FUNCTIONS = [
        /// Execute the given source in the context of globals and locals.
        ///
        /// The source may be a string representing one or more Python statements
        /// or a code object as returned by compile().
        /// The globals must be a dictionary and locals can be any mapping,
        /// defaulting to the current globals and locals.
        /// If only globals is given, locals defaults to it.
        /// The closure must be a tuple of cellvars, and can only be used
        /// when source is a code object requiring exactly that many cellvars.
        @function "exec"(source, /, globals=None, locals=None, *, closure=None) => exec;
        /// Evaluate the given source in the context of globals and locals.
        ///
        /// The source may be a string representing a Python expression
        /// or a code object as returned by compile().
        /// The globals must be a dictionary and locals can be any mapping,
        /// defaulting to the current globals and locals.
        /// If only globals is given, locals defaults to it.
        @function "eval"(source, /, globals=None, locals=None) => eval;
        /// Compile source into a code object that can be executed by exec() or eval().
        ///
        /// The source code may represent a Python module, statement or expression.
        /// The filename will be used for run-time error messages.
        /// The mode must be 'exec' to compile a module, 'single' to compile a
        /// single (interactive) statement, or 'eval' to compile an expression.
        /// The flags argument, if present, controls which future statements influence
        /// the compilation of the code.
        /// The dont_inherit argument, if true, stops the compilation inheriting
        /// the effects of any future statements in effect in the code calling
        /// compile; if absent or false these statements do influence the compilation,
        /// in addition to any features explicitly specified.
        @function "compile"(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1) => compile;
        /// Return the dictionary containing the current scope's global variables.
        ///
        /// NOTE: Updates to this dictionary *will* affect name lookups in the current
        /// global scope and vice-versa.
        @function "globals"() => globals;
        /// Return a dictionary containing the current scope's local variables.
        ///
        /// NOTE: Whether or not updates to this dictionary will affect name lookups in
        /// the local scope and vice-versa is *implementation dependent* and not
        /// covered by any backwards compatibility guarantees.
        @function "locals"() => locals;
        /// Import a module.
        ///
        /// Because this function is meant for use by the Python
        /// interpreter and not for general use, it is better to use
        /// importlib.import_module() to programmatically import a module.
        @function "__import__"(name, globals=None, locals=None, fromlist=(), level=0) => import;
        /// __build_class__(func, name, /, *bases, [metaclass], **kwds) -> class
        ///
        /// Internal helper function used by the class statement.
        @function "__build_class__"(*args, **kwargs) => build_class_function;
    ];
}

/// The bytes of a source text.
enum Source<'a> {
    /// As they lie in the object that was given.
    Lent(&'a [u8]),
    Made(Bytes),
}

impl Source<'_> {
    fn bytes(&self) -> &[u8] {
        match self {
            Source::Lent(bytes) => bytes,
            Source::Made(bytes) => bytes.as_slice(),
        }
    }
}

/// The bytes of source text given as str or bytes, and what the compiler is to know of them; else TypeError that names
/// what `function` takes besides.
fn source_text<'a>(rt: &mut Runtime, source: &'a Object, function: &str, other: &str) -> Result<(Source<'a>, u32)> {
    let (text, kind) = if let Some(text) = source.cast::<StrBody>() {
        let text = match text.as_ascii() {
            Some(ascii) => Source::Lent(ascii.as_bytes()),
            None => Source::Made(crate::types::codec::encode_native(rt, Codec::Utf8, text, None)?),
        };
        (text, source_kind::TEXT)
    } else if let Some(bytes) = source.cast::<BytesBody>() {
        (Source::Lent(bytes.as_slice()), 0)
    } else {
        return Err(rt.type_error(format!("{function}() arg 1 must be a string, bytes or {other} object")));
    };
    for part in text.bytes().chunks(LONG_STRETCH) {
        if memchr::memchr(0, part).is_some() {
            return Err(rt.raise(ClassId::SyntaxError, "source code string cannot contain null bytes"));
        }
        rt.check_interrupts()?;
    }
    Ok((text, kind))
}

/// Source text or a code object, as `exec` and `eval` take it.
fn code_of(rt: &mut Runtime, source: &Object, function: &str, mode: CompileMode) -> Result<CodeObject> {
    if let Some(code) = source.cast::<CodeBody>() {
        return Ok(code.clone());
    }
    let (text, flags) = source_text(rt, source, function, "code")?;
    let mut text = text.bytes();
    if mode == CompileMode::Eval {
        for part in text.chunks(STRETCH) {
            let blanks = part.iter().position(|b| !matches!(b, b' ' | b'\t'));
            text = &text[blanks.unwrap_or(part.len())..];
            if blanks.is_some() {
                break;
            }
            rt.check_interrupts()?;
        }
    }
    let code = (rt.hooks.compile)(rt, text, "<string>", mode, flags, -1)?;
    (rt.hooks.load_code)(rt, &code)
}

/// A function that runs a code object in `globals`.
pub(crate) fn function_for(
    rt: &mut Runtime,
    code: &CodeObject,
    globals: &Dict,
    closure: Option<Tuple>,
) -> Result<Function> {
    let (name_key, builtins_key) = (rt.names.name.clone(), rt.names.builtins.clone());
    let module = globals.get_str(&rt.heap, &name_key).cloned().unwrap_or(Object::NONE);
    let builtins = match globals.get_str(&rt.heap, &builtins_key).cloned() {
        Some(found) => match found.cast::<DictBody>() {
            Some(dict) => dict.clone(),
            None => match found.cast::<crate::types::module::ModuleBody>() {
                Some(module) => module.get(&rt.heap).dict.clone(),
                None => rt.builtins.clone(),
            },
        },
        None => {
            let own: Object = rt.builtins_module.clone();
            globals.set_str(&mut rt.heap, &builtins_key, own, &rt.hash_key)?;
            rt.builtins.clone()
        }
    };
    let (name, qualname) = {
        let body = code.get(&rt.heap);
        (body.name.clone(), body.qualname.clone())
    };
    let body = FunctionBody {
        code: code.clone(),
        globals: globals.clone(),
        builtins,
        closure,
        defaults: None,
        keyword_defaults: None,
        name,
        qualname,
        module,
        doc: Object::NONE,
        annotations: None,
        type_params: None,
        dict: None,
    };
    Ok(rt.heap.alloc(ShapeId::FUNCTION, body)?)
}

impl Runtime {
    /// Runs module-like code with a namespace; the result is what its expression gave (for `eval`).
    pub fn run_code(&mut self, code: &CodeObject, globals: &Dict, locals: &Object, closure: Option<Tuple>) -> Result {
        let function = function_for(self, code, globals, closure)?;
        (self.hooks.call_function)(self, &function, Args::positional_only(std::slice::from_ref(locals)))
    }
}

/// The namespaces of `exec` and `eval`.
fn namespaces(
    rt: &mut Runtime,
    function: &str,
    globals: Option<&Object>,
    locals: Option<&Object>,
) -> Result<(Dict, Object)> {
    if let Some(locals) = locals
        && rt.class_of(locals).get(&rt.heap).slots.get_item.is_none()
        && (function == "eval"
            || globals.is_none()
            || globals.is_some_and(|globals| globals.cast::<DictBody>().is_some()))
    {
        let got = rt.type_name(locals);
        return Err(rt.type_error(if function == "eval" {
            "locals must be a mapping".to_owned()
        } else {
            format!("locals must be a mapping or None, not {got}")
        }));
    }
    let globals = match globals {
        None => {
            let Some(globals) = (rt.hooks.current_globals)(rt) else {
                return Err(rt.raise(ClassId::SystemError, "globals and locals cannot be NULL"));
            };
            let locals = match locals {
                Some(locals) => locals.clone(),
                None => (rt.hooks.current_locals)(rt)?,
            };
            return Ok((globals, locals));
        }
        Some(globals) => match globals.cast::<DictBody>() {
            Some(dict) => dict.clone(),
            None => {
                let got = rt.type_name(globals);
                let is_mapping = rt.class_of(globals).get(&rt.heap).slots.get_item.is_some();
                return Err(if function == "eval" && is_mapping {
                    rt.type_error("globals must be a real dict; try eval(expr, {}, mapping)")
                } else if function == "eval" {
                    rt.type_error("globals must be a dict")
                } else {
                    rt.type_error(format!("{function}() globals must be a dict, not {got}"))
                });
            }
        },
    };
    let locals = match locals {
        None => globals.as_object().clone(),
        Some(locals) => locals.clone(),
    };
    Ok((globals, locals))
}

fn exec(
    rt: &mut Runtime,
    source: &Object,
    globals: OrNone<&Object>,
    locals: OrNone<&Object>,
    closure: OrNone<&Object>,
) -> Result<()> {
    let (globals, locals) = namespaces(rt, "exec", globals.0, locals.0)?;
    let is_code = source.cast::<CodeBody>().is_some();
    if !is_code && closure.0.is_some() {
        return Err(rt.type_error("closure can only be used when source is a code object"));
    }
    let code = code_of(rt, source, "exec", CompileMode::Exec)?;
    let needed = code.get(&rt.heap).code.free.len();
    let closure = match closure.0 {
        None if needed == 0 => None,
        None => {
            return Err(rt.type_error(format!("code object requires a closure of exactly length {needed}")));
        }
        Some(closure) => match closure.cast::<TupleBody>() {
            Some(tuple) if tuple.items().len() == needed && needed > 0 => Some(tuple.clone()),
            _ if needed == 0 => {
                return Err(rt.type_error("cannot use a closure with this code object"));
            }
            _ => {
                return Err(rt.type_error(format!("code object requires a closure of exactly length {needed}")));
            }
        },
    };
    rt.run_code(&code, &globals, &locals, closure)?;
    Ok(())
}

fn eval(rt: &mut Runtime, source: &Object, globals: OrNone<&Object>, locals: OrNone<&Object>) -> Result {
    let (globals, locals) = namespaces(rt, "eval", globals.0, locals.0)?;
    let code = code_of(rt, source, "eval", CompileMode::Eval)?;
    if !code.get(&rt.heap).code.free.is_empty() {
        return Err(rt.type_error("code object passed to eval() may not contain free variables"));
    }
    rt.run_code(&code, &globals, &locals, None)
}

#[allow(clippy::too_many_arguments)]
fn compile(
    rt: &mut Runtime,
    source: &Object,
    filename: &Object,
    mode: &Object,
    flags: Option<&Object>,
    _dont_inherit: Option<&Object>,
    optimize: Option<&Object>,
    _feature_version: Option<i64>,
) -> Result {
    let filename = match filename.cast::<StrBody>() {
        Some(text) => text.to_rust().into_owned(),
        None => match filename.cast::<BytesBody>() {
            Some(bytes) => String::from_utf8_lossy(bytes.as_slice()).into_owned(),
            None => {
                let name = rt.names.fspath.clone();
                match rt.call_special(filename, &name, &[])? {
                    Some(path) => rt.str(&path)?.to_rust().into_owned(),
                    None => {
                        let got = rt.type_name(filename);
                        return Err(rt.type_error(format!("expected str, bytes or os.PathLike object, not {got}")));
                    }
                }
            }
        },
    };
    let Some(mode) = mode.cast::<StrBody>() else {
        let got = if mode.is_none() { "None".to_owned() } else { rt.type_name(mode) };
        return Err(rt.type_error(format!("compile() argument 'mode' must be str, not {got}")));
    };
    let mode = match &*mode.to_rust() {
        "exec" => CompileMode::Exec,
        "eval" => CompileMode::Eval,
        "single" => CompileMode::Single,
        "func_type" => return Err(rt.value_error("compile() mode 'func_type' requires flag PyCF_ONLY_AST")),
        _ => return Err(rt.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    let flags = match flags {
        Some(flags) => rt.to_index(flags)? as i64,
        None => 0,
    };
    // Future statements, and what else CPython knows: nested scopes, ASTs, type comments, await at top level, prompts.
    const KNOWN: i64 = 0x1fe_0000 | 0x10 | 0x200 | 0x400 | 0x1000 | 0x2000 | 0x4000 | 0x8000;
    if flags & !KNOWN != 0 {
        return Err(rt.value_error("compile(): unrecognised flags"));
    }
    let optimize = match optimize {
        Some(optimize) => rt.to_index(optimize)? as i64,
        None => -1,
    };
    if !(-1..=2).contains(&optimize) {
        return Err(rt.value_error("compile(): invalid optimize value"));
    }
    let (text, kind) = source_text(rt, source, "compile", "AST")?;
    let code = (rt.hooks.compile)(rt, text.bytes(), &filename, mode, flags as u32 | kind, optimize as i32)?;
    Ok((rt.hooks.load_code)(rt, &code)?.into())
}

fn globals(rt: &mut Runtime) -> Result {
    match (rt.hooks.current_globals)(rt) {
        Some(dict) => Ok(dict.into()),
        None => Ok(Object::NONE),
    }
}

fn locals(rt: &mut Runtime) -> Result {
    (rt.hooks.current_locals)(rt)
}

fn import(
    rt: &mut Runtime,
    name: &Object,
    globals: OrNone<&Object>,
    _locals: OrNone<&Object>,
    from_list: OrNone<&Object>,
    level: Option<Index>,
) -> Result {
    let level = level.map_or(0, |l| l.0);
    let Some(name) = name.cast::<StrBody>() else {
        return Err(rt.type_error("module name must be a string"));
    };
    if level < 0 {
        return Err(rt.value_error("level must be >= 0"));
    }
    let globals = globals.0.and_then(|g| g.cast::<DictBody>());
    let from_list = from_list.0.cloned().unwrap_or(Object::NONE);
    (rt.hooks.import_name)(rt, name, globals, &from_list, level as usize)
}

fn build_class_function(rt: &mut Runtime, _args: Rest<'_>, call: Keywords<'_>) -> Result {
    build_class(rt, call.0)
}

/// The `class` statement: `__build_class__(function, name, *bases, metaclass=…, **keywords)`.
pub fn build_class(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [function, name, given_bases @ ..] = args.positional() else {
        return Err(rt.type_error("__build_class__: not enough arguments"));
    };
    let Some(function) = function.cast::<FunctionBody>() else {
        return Err(rt.type_error("__build_class__: func must be a function"));
    };
    let Some(_) = name.cast::<StrBody>() else {
        return Err(rt.type_error("__build_class__: name is not a string"));
    };
    // PEP 560: bases that are no classes may stand for others.
    let mut bases: Vec<Object> = Vec::with_capacity(given_bases.len());
    let mut replaced = false;
    let entries = rt.names.mro_entries.clone();
    for base in given_bases {
        // Any attribute will do: `typing.NamedTuple` is a function that has one.
        let found = match Class::from_object(base) {
            Some(_) => None,
            None => rt.get_attr_opt(base, &entries)?,
        };
        let Some(found) = found else {
            bases.push(base.clone());
            continue;
        };
        let original = Tuple::from_slice(&rt.heap, given_bases)?;
        let result = rt.call(&found, &[original.into()])?;
        let Some(items) = result.cast::<TupleBody>() else {
            return Err(rt.type_error("__mro_entries__ must return a tuple"));
        };
        bases.extend_from_slice(items.items());
        replaced = true;
    }
    let mut metaclass: Option<Object> = None;
    let (mut names, mut values): (Vec<Object>, Vec<Object>) = (Vec::new(), Vec::new());
    for (keyword, value) in args.keywords() {
        if keyword.equals_text("metaclass") {
            metaclass = Some(value.clone());
        } else {
            names.push(keyword.as_object().clone());
            values.push(value.clone());
        }
    }
    let mut metaclass = match metaclass {
        Some(metaclass) => metaclass,
        None => match bases.first() {
            Some(base) => rt.class_of(base).as_object().clone(),
            None => rt.class(ClassId::Type).as_object().clone(),
        },
    };
    if let Some(start) = Class::from_object(&metaclass).cloned() {
        metaclass = rt.winning_metaclass(&start, &bases)?.into();
    }
    let keyword_names = if names.is_empty() { None } else { Some(Tuple::from_slice(&rt.heap, &names)?) };
    let base_tuple = Tuple::from_slice(&rt.heap, &bases)?;
    let prepare = rt.names.prepare.clone();
    let type_class = rt.class(ClassId::Type).clone();
    let namespace: Object = if metaclass.is(&type_class) {
        rt.new_dict()?.into()
    } else {
        match rt.get_attr_opt(&metaclass, &prepare)? {
            None => rt.new_dict()?.into(),
            Some(prepare) => {
                let mut all: Vec<Object> = vec![name.clone(), base_tuple.clone().into()];
                all.extend_from_slice(&values);
                let namespace = rt.call_args(&prepare, Args { values: &all, names: keyword_names.as_ref() })?;
                if rt.class_of(&namespace).get(&rt.heap).slots.get_item.is_none() {
                    let owner = match Class::from_object(&metaclass) {
                        Some(class) => class.get(&rt.heap).name.to_rust().into_owned(),
                        None => "<metaclass>".to_owned(),
                    };
                    let got = rt.type_name(&namespace);
                    return Err(rt.type_error(format!("{owner}.__prepare__() must return a mapping, not {got}")));
                }
                namespace
            }
        }
    };
    let cell = (rt.hooks.call_function)(rt, function, Args::positional_only(std::slice::from_ref(&namespace)))?;
    if replaced {
        let original: Object = Tuple::from_slice(&rt.heap, given_bases)?.into();
        let key = rt.names.orig_bases.clone();
        rt.set_item(&namespace, &key, &original)?;
    }
    let mut all: Vec<Object> = vec![name.clone(), base_tuple.into(), namespace];
    all.extend_from_slice(&values);
    let class = rt.call_args(&metaclass, Args { values: &all, names: keyword_names.as_ref() })?;
    if let Some(cell) = cell.cast::<crate::object::CellBody>()
        && Class::from_object(&class).is_some()
    {
        let contents = cell.get(&rt.heap).contents.clone();
        let class_name = rt.str(name)?.to_rust().into_owned();
        if contents.is_unbound() {
            let shown = rt.repr(&class)?;
            return Err(rt.runtime_error(format!(
                "__class__ not set defining '{class_name}' as {}. Was __classcell__ propagated to type.__new__?",
                shown.to_rust()
            )));
        }
        if !contents.is(&class) {
            let (set, made) = (rt.repr(&contents)?, rt.repr(&class)?);
            return Err(rt.type_error(format!(
                "__class__ set to {} defining '{class_name}' as {}",
                set.to_rust(),
                made.to_rust()
            )));
        }
    }
    Ok(class)
}
