//! The references that an object owns, with labels as a program would write them: `.name`, `[2]`, `['key']`.

use crate::heap::{Object, ShapeFlags};
use crate::layout::{DictBody, IntBody, ListBody, StrBody, TupleBody};
use crate::object::{BoundMethodBody, CellBody, ClassBody, FunctionBody, Runtime};
use crate::types::module::ModuleBody;

/// Longest label of a key.
const LONGEST: usize = 40;

/// How a key is written. No Python code runs: keys of other types are shown by type and address.
fn key_text(rt: &Runtime, key: &Object) -> String {
    let text = if let Some(text) = key.cast::<StrBody>() {
        format!("{:?}", text.to_rust()).replace('"', "'")
    } else if let Some(n) = Runtime::small_int(key) {
        n.to_string()
    } else if key.is_none() {
        "None".to_owned()
    } else if key.cast::<IntBody>().is_some() {
        "<int>".to_owned()
    } else {
        format!("<{} at {:#x}>", rt.type_name(key), key.id())
    };
    if text.chars().count() > LONGEST {
        return text.chars().take(LONGEST - 3).collect::<String>() + "...";
    }
    text
}

/// Label and object of each reference. Those that no label is known for have the label `""`.
pub fn edges(rt: &Runtime, object: &Object) -> Vec<(String, Object)> {
    let mut found: Vec<(String, Object)> = Vec::new();
    if !object.is_pointer() {
        return found;
    }
    let heap = &rt.heap;
    let mut add = |label: String, child: &Object| {
        if child.is_pointer() {
            found.push((label, child.clone()));
        }
    };
    if let Some(dict) = object.cast::<DictBody>() {
        for (key, value) in dict.pairs(heap) {
            let text = key_text(rt, &key);
            add(format!("[{text}]"), &value);
            add(format!("key {text}"), &key);
        }
    } else if let Some(list) = object.cast::<ListBody>() {
        list.get(heap).items.iter().enumerate().for_each(|(i, item)| add(format!("[{i}]"), item));
    } else if let Some(tuple) = object.cast::<TupleBody>() {
        tuple.items().iter().enumerate().for_each(|(i, item)| add(format!("[{i}]"), item));
    } else if let Some(module) = object.cast::<ModuleBody>() {
        add(".__dict__".to_owned(), &module.get(heap).dict);
    } else if let Some(cell) = object.cast::<CellBody>() {
        add(".cell_contents".to_owned(), &cell.get(heap).contents);
    } else if let Some(method) = object.cast::<BoundMethodBody>() {
        add(".__self__".to_owned(), &method.get(heap).this);
        add(".__func__".to_owned(), &method.get(heap).function);
    } else if let Some(class) = object.cast::<ClassBody>() {
        let body = class.get(heap);
        add(".__dict__".to_owned(), &body.dict);
        add(".__mro__".to_owned(), &body.mro);
        add(".__bases__".to_owned(), &body.bases);
    } else if let Some(function) = object.cast::<FunctionBody>() {
        let body = function.get(heap);
        add(".__code__".to_owned(), &body.code);
        add(".__globals__".to_owned(), &body.globals);
        if let Some(cells) = &body.closure {
            add(".__closure__".to_owned(), cells);
        }
        if let Some(defaults) = &body.defaults {
            add(".__defaults__".to_owned(), defaults);
        }
        if let Some(dict) = &body.dict {
            add(".__dict__".to_owned(), dict);
        }
    }
    let entry = heap.shape(object.shape());
    if entry.flags.has(ShapeFlags::SLOTS | ShapeFlags::EXTRA) {
        if let Some(row) = rt.shapes.row(object.shape()) {
            for (i, name) in row.names.iter().enumerate().take(entry.slots as usize) {
                if let Some(value) = heap.slot(object, i) {
                    add(format!(".{}", name.to_rust()), value);
                }
            }
        }
        if let Some(dict) = heap.instance_dict(object) {
            add(".__dict__".to_owned(), dict);
        }
    }
    if entry.flags.has(ShapeFlags::HEAP_CLASS) {
        add(".__class__".to_owned(), rt.class_of(object));
    }
    // The rest, once for each reference that has no label yet.
    let mut labelled: Vec<u64> = found.iter().map(|(_, child)| child.id()).collect();
    heap.each_referent(object, |child| match labelled.iter().position(|&id| id == child.id()) {
        Some(place) => {
            labelled.swap_remove(place);
        }
        None => found.push((String::new(), child.clone())),
    });
    found
}
