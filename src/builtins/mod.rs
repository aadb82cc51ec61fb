//! Floor 5: the functions of module `builtins`, by theme.
//!
//! What this floor promises: `print`, `len`, `sorted` and the others, as native functions in tables. It knows objects and
//! types; it calls up (compiling, importing) through `rt.hooks`.

mod attributes;
mod code;
mod iteration;
mod numbers;
mod output;
pub mod site;
mod text;

pub use attributes::dir;
pub use code::build_class;
pub use output::{StandardInput, Streams, write_stdout, written};

use crate::heap::Object;
use crate::object::{ClassId, MethodDef, Result, Runtime};

/// All tables.
static TABLES: &[&[MethodDef]] = &[
    attributes::FUNCTIONS,
    code::FUNCTIONS,
    iteration::FUNCTIONS,
    numbers::FUNCTIONS,
    output::FUNCTIONS,
    site::FUNCTIONS,
    text::FUNCTIONS,
];

/// Classes that are no names of `builtins`.
fn is_hidden(id: ClassId) -> bool {
    !matches!(
        id,
        ClassId::Object
            | ClassId::Type
            | ClassId::Bool
            | ClassId::Int
            | ClassId::Float
            | ClassId::Complex
            | ClassId::Str
            | ClassId::Bytes
            | ClassId::ByteArray
            | ClassId::MemoryView
            | ClassId::List
            | ClassId::Tuple
            | ClassId::Dict
            | ClassId::Set
            | ClassId::FrozenSet
            | ClassId::Range
            | ClassId::Slice
            | ClassId::Property
            | ClassId::ClassMethod
            | ClassId::StaticMethod
            | ClassId::Super
            | ClassId::Enumerate
            | ClassId::Zip
            | ClassId::Map
            | ClassId::Filter
            | ClassId::Reversed
    ) && !ClassId::EXCEPTIONS.iter().any(|(exception, _)| *exception == id)
}

/// Fills the namespace of `builtins`.
pub fn install(rt: &mut Runtime) -> Result<()> {
    let dict = rt.builtins.clone();
    let module = rt.intern("builtins");
    let entries: [(&str, Object); 5] = [
        ("__name__", module.clone().into()),
        ("__doc__", rt.new_str(DOC)?.into()),
        ("__package__", rt.intern("").into()),
        ("__loader__", rt.intern("built-in").into()),
        ("__spec__", Object::NONE),
    ];
    for (name, value) in entries {
        rt.put_attribute(&dict, name, value)?;
    }
    for table in TABLES {
        for def in *table {
            let function = rt.new_builtin_function(def, None, module.clone().into())?;
            rt.put_attribute(&dict, def.name, function)?;
        }
    }
    for (name, value) in [
        ("None", Object::NONE),
        ("Ellipsis", Object::ELLIPSIS),
        ("NotImplemented", Object::NOT_IMPLEMENTED),
        ("False", Object::FALSE),
        ("True", Object::TRUE),
        ("__debug__", Object::TRUE),
    ] {
        rt.put_attribute(&dict, name, value)?;
    }
    for &id in ClassId::ALL {
        if !is_hidden(id) {
            let class = rt.class(id).clone();
            rt.put_attribute(&dict, id.name(), class.into())?;
        }
    }
    for (alias, id) in [("EnvironmentError", ClassId::OSError), ("IOError", ClassId::OSError)] {
        let class = rt.class(id).clone();
        rt.put_attribute(&dict, alias, class.into())?;
    }
    Ok(())
}

const DOC: &str = "Built-in functions, types, exceptions, and other objects.\n\nThis module provides direct access to all 'built-in'\nidentifiers of Python; for example, builtins.len is\nthe full name for the built-in function len().\n\nThis module is not normally accessed explicitly by most\napplications, but can be useful in modules that provide\nobjects with the same name as a builtin and need that\nbuiltin of that name.";
