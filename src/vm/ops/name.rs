//! Names: globals, namespaces, cells.

use crate::bytecode::{Op, temps};
use crate::heap::{HeapVec, Object, ShapeId, Value};
use crate::layout::dict::Entry;
use crate::layout::search::Lookup;
use crate::layout::{Dict, DictBody, Str};
use crate::object::{Cell, CellBody, ClassId, Raised, Result, Runtime};
use crate::vm::quicken;
use crate::vm::site::Site;

/// Bits of a store's extra word that hold the cache: version below, position above.
const POSITION_SHIFT: u32 = 32;
const POSITION_MAX: usize = 0xfff_ffff;

fn globals(rt: &Runtime, site: Site) -> Dict {
    site.frame().function_body(&rt.heap).globals.clone()
}

fn builtins(rt: &Runtime, site: Site) -> Dict {
    site.frame().function_body(&rt.heap).builtins.clone()
}

/// Where a name lies in a namespace; a subclass of dict counts as its plain dict.
fn position(rt: &Runtime, dict: &Dict, name: &Str) -> Option<usize> {
    match dict.get(&rt.heap).lookup_str(name, name.hash(&rt.hash_key)) {
        Lookup::Found(position) => Some(position),
        _ => None,
    }
}

/// The NameError for a name that is nowhere, with `name` set for suggestions.
#[cold]
fn name_error(rt: &mut Runtime, message: String, name: &Str) -> Raised {
    let raised = rt.raise(ClassId::NameError, message);
    if let Some(exception) = raised.object().cast::<crate::object::ExceptionBody>()
        && let Ok(fields) = HeapVec::from_exact(&rt.heap, [name.as_object().clone()].into_iter())
    {
        let old = std::mem::replace(&mut exception.get_mut(&mut rt.heap).0.fields, fields);
        drop(old);
    }
    raised
}

#[cold]
fn not_defined(rt: &mut Runtime, name: &Str) -> Raised {
    name_error(rt, format!("name '{}' is not defined", name.to_rust()), name)
}

/// Looks a name up in globals and builtins, and specialises the instruction if it is one of the two ops.
fn global(rt: &mut Runtime, site: Site, name: &Str, quick: Option<(Op, Op)>) -> Result {
    let globals = globals(rt, site);
    if let Some(at) = position(rt, &globals, name) {
        let value = globals.get(&rt.heap).value(at).clone();
        let version = rt.keys_version(&globals);
        // Where the value is, in bytes from the first entry.
        let place = at * size_of::<Entry>() + std::mem::offset_of!(Entry, value);
        if let Some((module, _)) = quick
            && version != 0
            && place <= u32::MAX as usize
        {
            site.set_extra(0, version as u64 | (place as u64) << 32);
            site.set_op(module);
        }
        return Ok(value);
    }
    let builtins = builtins(rt, site);
    if builtins.as_object().cast_exact::<DictBody>().is_none() {
        return match from_mapping(rt, &builtins, name)? {
            Some(value) => Ok(value),
            None => Err(not_defined(rt, name)),
        };
    }
    match position(rt, &builtins, name) {
        Some(at) => {
            let value = builtins.get(&rt.heap).value(at).clone();
            let (own, below) = (rt.keys_version(&globals), rt.keys_version(&builtins));
            if let Some((_, builtin)) = quick
                && own != 0
                && below != 0
            {
                site.set_extra(0, own as u64 | (below as u64) << 32);
                site.set_extra(1, at as u64);
                site.set_op(builtin);
                if builtin == Op::LOAD_GLOBAL_BUILTIN_TEMP {
                    quicken::fuse_len(rt, site, &value);
                }
            }
            Ok(value)
        }
        None => Err(not_defined(rt, name)),
    }
}

/// LOAD_GLOBAL.
pub fn load_global(rt: &mut Runtime, site: Site) -> Result<()> {
    let ops = if site.is_temp(site.a()) {
        (Op::LOAD_GLOBAL_MODULE_TEMP, Op::LOAD_GLOBAL_BUILTIN_TEMP)
    } else {
        (Op::LOAD_GLOBAL_MODULE, Op::LOAD_GLOBAL_BUILTIN)
    };
    let (name, globals) = (site.name(site.bc()), globals(rt, site));
    // CPython asks subclasses of dict here, but not where a name of a module or a class is looked up.
    let found = match globals.as_object().cast_exact::<DictBody>() {
        Some(_) => None,
        None => from_mapping(rt, &globals, name)?,
    };
    let value = match found {
        Some(value) => value,
        None => global(rt, site, name, Some(ops))?,
    };
    site.set(site.a(), value);
    Ok(())
}

/// Stores a name in a plain dict and specialises the instruction, whose first extra word has flags and room.
fn store_in_dict(rt: &mut Runtime, site: Site, dict: &Dict, quick: Option<Op>) -> Result<()> {
    let name = site.name(site.bc());
    let flags = site.extra(0) & (temps::VALUE | temps::OBJECT | temps::KEY);
    let value = if flags & temps::VALUE != 0 { site.take(site.a()) } else { site.get(site.a()).clone() };
    dict.set_str(&mut rt.heap, name, value, &rt.hash_key)?;
    if let Some(op) = quick
        && let Some(at) = position(rt, dict, name)
        && at <= POSITION_MAX
    {
        let version = rt.keys_version(dict);
        if version != 0 {
            site.set_extra(0, flags | version as u64 | (at as u64) << POSITION_SHIFT);
            site.set_op(op);
        }
    }
    Ok(())
}

/// STORE_GLOBAL.
pub fn store_global(rt: &mut Runtime, site: Site) -> Result<()> {
    let globals = globals(rt, site);
    store_in_dict(rt, site, &globals, Some(Op::STORE_GLOBAL_MODULE))
}

/// DELETE_GLOBAL.
pub fn delete_global(rt: &mut Runtime, site: Site) -> Result<()> {
    let name = site.name(site.bc());
    let globals = globals(rt, site);
    match globals.remove_str(&mut rt.heap, name) {
        Some(_) => Ok(()),
        None => Err(not_defined(rt, name)),
    }
}

/// The value of a name in a namespace that may be any mapping.
fn from_mapping(rt: &mut Runtime, mapping: &Object, name: &Str) -> Result<Option<Object>> {
    if let Some(dict) = mapping.cast_exact::<DictBody>() {
        return Ok(position(rt, dict, name).map(|at| dict.get(&rt.heap).value(at).clone()));
    }
    let result = rt.get_item(mapping, name);
    rt.catch(result, ClassId::KeyError)
}

/// LOAD_NAME.
pub fn load_name(rt: &mut Runtime, site: Site) -> Result<()> {
    let name = site.name(site.bc());
    let namespace = site.get(0);
    let same =
        namespace.is(&site.frame().function_body(&rt.heap).globals) && namespace.cast_exact::<DictBody>().is_some();
    let found = if same { None } else { from_mapping(rt, namespace, name)? };
    let value = match found {
        Some(value) => value,
        None => {
            let ops = (Op::LOAD_NAME_MODULE, Op::LOAD_NAME_BUILTIN);
            global(rt, site, name, if same { Some(ops) } else { None })?
        }
    };
    site.set(site.a(), value);
    Ok(())
}

/// STORE_NAME.
pub fn store_name(rt: &mut Runtime, site: Site) -> Result<()> {
    let namespace = site.get(0);
    if let Some(dict) = namespace.cast_exact::<DictBody>() {
        let same = namespace.is(&site.frame().function_body(&rt.heap).globals);
        let dict = dict.clone();
        return store_in_dict(rt, site, &dict, if same { Some(Op::STORE_NAME_MODULE) } else { None });
    }
    rt.set_item(namespace, site.name(site.bc()), site.get(site.a()))?;
    if site.extra(0) & temps::VALUE != 0 {
        drop(site.take(site.a()));
    }
    Ok(())
}

/// DELETE_NAME.
pub fn delete_name(rt: &mut Runtime, site: Site) -> Result<()> {
    let name = site.name(site.bc());
    let namespace = site.get(0);
    if let Some(dict) = namespace.cast_exact::<DictBody>() {
        return match dict.remove_str(&mut rt.heap, name) {
            Some(_) => Ok(()),
            None => Err(not_defined(rt, name)),
        };
    }
    let result = rt.del_item(namespace, name);
    match rt.catch(result, ClassId::KeyError)? {
        Some(()) => Ok(()),
        None => Err(not_defined(rt, name)),
    }
}

/// SETUP_ANNOTATIONS.
pub fn setup_annotations(rt: &mut Runtime, site: Site) -> Result<()> {
    let name = rt.names.annotations.clone();
    let namespace = site.get(0);
    if from_mapping(rt, namespace, &name)?.is_none() {
        let fresh = rt.new_dict()?;
        rt.set_item(namespace, &name, &fresh)?;
    }
    Ok(())
}

/// UnboundLocalError for register a.
pub fn unbound_local(rt: &mut Runtime, site: Site) -> Result<()> {
    Err(unbound(rt, site, site.a()))
}

fn unbound(rt: &mut Runtime, site: Site, register: usize) -> Raised {
    let name = site.code().code.locals.get(register).map_or_else(String::new, |local| local.name.to_string());
    let message = format!("cannot access local variable '{name}' where it is not associated with a value");
    rt.raise(ClassId::UnboundLocalError, message)
}

/// MAKE_CELL.
pub fn make_cell(rt: &mut Runtime, site: Site) -> Result<()> {
    let contents = site.get(site.a()).clone();
    let cell = rt.heap.alloc(ShapeId::CELL, CellBody { contents })?;
    site.set(site.a(), cell.into());
    Ok(())
}

/// UnboundLocalError for the empty cell in register b.
pub fn empty_cell(rt: &mut Runtime, site: Site) -> Result<()> {
    Err(unbound(rt, site, site.b()))
}

/// The cell at a place of the running function's closure.
///
/// # Safety
/// `base` is a frame's, whose code has that many free variables (V1, V3).
#[inline(always)]
pub unsafe fn free_cell(base: *mut Value, index: usize) -> Value {
    // SAFETY: V3: functions of code with free variables have a closure with a cell for each.
    unsafe {
        let function = crate::vm::frame::Frame(base).body();
        match &(*function).closure {
            Some(cells) => cells.items().get_unchecked(index).value(),
            None => std::hint::unreachable_unchecked(),
        }
    }
}

fn closure_cell(rt: &Runtime, site: Site, index: usize) -> Cell {
    let closure = &site.frame().function_body(&rt.heap).closure;
    let cell = closure.as_ref().and_then(|cells| cells.items().get(index)).and_then(|cell| cell.cast::<CellBody>());
    cell.expect("the function has a cell for each free variable").clone()
}

fn free_error(rt: &mut Runtime, site: Site, index: usize) -> Raised {
    let name = site.code().code.free[index].0.to_string();
    let message =
        format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope");
    let name = rt.intern(&name);
    name_error(rt, message, &name)
}

/// NameError for the empty free variable b.
pub fn empty_free(rt: &mut Runtime, site: Site) -> Result<()> {
    Err(free_error(rt, site, site.b()))
}

fn take_contents(rt: &mut Runtime, cell: &Cell) -> Object {
    std::mem::replace(&mut cell.get_mut(&mut rt.heap).0.contents, Object::UNBOUND)
}

/// DELETE_CELL.
pub fn delete_cell(rt: &mut Runtime, site: Site) -> Result<()> {
    let cell = site.get(site.a()).cast::<CellBody>().expect("a cell, by the verifier");
    if take_contents(rt, cell).is_unbound() { Err(unbound(rt, site, site.a())) } else { Ok(()) }
}

/// DELETE_FREE.
pub fn delete_free(rt: &mut Runtime, site: Site) -> Result<()> {
    let cell = closure_cell(rt, site, site.a());
    if take_contents(rt, &cell).is_unbound() { Err(free_error(rt, site, site.a())) } else { Ok(()) }
}

/// LOAD_FROM_DICT_OR_FREE.
pub fn load_from_dict_or_free(rt: &mut Runtime, site: Site) -> Result<()> {
    let index = site.c();
    let text = site.code().code.free[index].0.to_string();
    let name = rt.intern(&text);
    let value = match from_mapping(rt, site.get(site.b()), &name)? {
        Some(value) => value,
        None => closure_cell(rt, site, index).get(&rt.heap).contents.clone(),
    };
    if value.is_unbound() {
        return Err(free_error(rt, site, index));
    }
    site.set(site.a(), value);
    Ok(())
}

/// LOAD_FROM_DICT_OR_GLOBALS.
pub fn load_from_dict_or_globals(rt: &mut Runtime, site: Site) -> Result<()> {
    let name = site.name(site.c());
    let value = match from_mapping(rt, site.get(site.b()), name)? {
        Some(value) => value,
        None => global(rt, site, name, None)?,
    };
    site.set(site.a(), value);
    Ok(())
}
