//! `cell`: a variable shared between functions.

use crate::heap::{Object, ShapeId};
use crate::layout::Str;
use crate::object::{
    Args, Cell, CellBody, Class, ClassId, CompareOp, GetSetDef, Result, Runtime, Slots, TypeDef, protocols,
};

fn body(this: &Object) -> &Cell {
    this.cast::<CellBody>().expect("a slot of `cell` gets one")
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let contents = body(this).get(&rt.heap).contents.clone();
    let what = if contents.is_unbound() {
        "empty".to_owned()
    } else {
        format!("{} object at {:#x}", rt.type_name(&contents), contents.id())
    };
    rt.new_str(&format!("<cell at {:#x}: {what}>", this.id()))
}

fn new(rt: &mut Runtime, _class: &Class, args: Args<'_>) -> Result {
    let contents = match args.positional() {
        [] => Object::UNBOUND,
        [contents] => contents.clone(),
        more => {
            let got = more.len();
            return Err(rt.type_error(format!("cell expected at most 1 argument, got {got}")));
        }
    };
    Ok(rt.heap.alloc(ShapeId::CELL, CellBody { contents })?.into())
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (left.cast::<CellBody>(), right.cast::<CellBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    let (a, b) = (a.get(&rt.heap).contents.clone(), b.get(&rt.heap).contents.clone());
    match (a.is_unbound(), b.is_unbound()) {
        (false, false) => rt.compare(op, &a, &b),
        // An empty cell is less than any other.
        (a, b) => Ok(Object::bool(op.test(b.cmp(&a)))),
    }
}

static GETSET: &[GetSetDef] = &[GetSetDef {
    name: "cell_contents",
    doc: "",
    get: |rt, this| {
        let contents = body(this).get(&rt.heap).contents.clone();
        if contents.is_unbound() { Err(rt.value_error("Cell is empty")) } else { Ok(contents) }
    },
    set: Some(|rt, this, value| {
        let value = value.cloned().unwrap_or(Object::UNBOUND);
        let old = std::mem::replace(&mut body(this).get_mut(&mut rt.heap).0.contents, value);
        drop(old);
        Ok(())
    }),
}];

/// The description of `cell`.
pub static CELL: TypeDef = TypeDef {
    id: Some(ClassId::Cell),
    name: "cell",
    doc: "Create a new cell object.\n\n  contents\n    the contents of the cell. If not specified, the cell will be empty,\n    and\n    further attempts to access its cell_contents attribute will\n    raise a ValueError.",
    layout: <CellBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::CELL],
    slots: Slots {
        new: Some(new),
        repr: Some(repr),
        compare: Some(compare),
        hash: Some(protocols::unhashable),
        ..Slots::EMPTY
    },
    getset: GETSET,
    ..TypeDef::EMPTY
};
