//! `_heap`: the heap as `anthill.heap` shows it: figures, pools, types, the collector's log, and who refers to whom.
//!
//! What is shown of objects are copies of facts, or the objects themselves; the namespace of a class is shown through a
//! proxy (V7).

mod edges;
mod why;

use super::NativeModule;
use crate::heap::{Object, Trigger};
use crate::layout::{Dict, List};
use crate::methods;
use crate::object::{Result, Runtime};
use crate::types::module::Module;
use std::collections::HashMap;

methods! {
    static FUNCTIONS = [
        /// Figures of the whole heap, by name.
        @function "figures"() => figures;
        /// A tuple for each pool: arena, index, "object", "buffer" or "unused", block size, live blocks, capacity.
        @function "pools"() => pools;
        /// A tuple for each type: name, objects, bytes with the buffers that they own.
        @function "types"() => types;
        /// A tuple for each collection: generation, trigger, scanned, collected, uncollectable, pause in microseconds,
        /// bytes before, bytes after, containers made.
        @function "log"() => log;
        /// A tuple for each sample: seconds, containers made, bytes, generation collected or None.
        @function "timeline"() => timeline;
        /// A tuple for each reference that an object owns: label, object.
        @function "edges"(object, /) => edges_of;
        /// The shortest chain of references from a root: tuples of label and object; empty if no root leads there.
        @function "why"(object, /) => why_list;
    ];
}

fn row(rt: &mut Runtime, items: Vec<Object>) -> Result {
    Ok(rt.new_tuple(items)?.into())
}

fn number(rt: &mut Runtime, n: usize) -> Result {
    rt.new_int(n as i128)
}

fn rows_of<T>(
    rt: &mut Runtime,
    items: Vec<T>,
    mut convert: impl FnMut(&mut Runtime, T) -> Result<Vec<Object>>,
) -> Result<List> {
    let mut rows = Vec::with_capacity(items.len());
    for item in items {
        let items = convert(rt, item)?;
        rows.push(row(rt, items)?);
    }
    Ok(List::from_slice(&rt.heap, &rows)?)
}

fn figures(rt: &mut Runtime) -> Result<Dict> {
    let accounting = rt.heap.accounting();
    let (bytes, peak) = (accounting.bytes(), accounting.peak());
    let (large_bytes, large_blocks) = (accounting.large_bytes(), accounting.large_blocks());
    let arenas = rt.heap.arena_use();
    let blocks = rt.heap.live_blocks();
    let figures = rt.new_dict()?;
    for (name, value) in [
        ("bytes", bytes),
        ("peak", peak),
        ("blocks", blocks),
        ("large_bytes", large_bytes),
        ("large_blocks", large_blocks),
        ("arenas", arenas.arenas),
        ("arenas_peak", arenas.arenas_peak),
        ("arena_bytes", arenas.arena_bytes),
        ("pool_bytes", arenas.pool_bytes),
        ("unused_pools", arenas.unused_pools),
        ("header_bytes", arenas.header_bytes),
    ] {
        let value = number(rt, value)?;
        rt.put_attribute(&figures, name, value)?;
    }
    Ok(figures)
}

fn pools(rt: &mut Runtime) -> Result<List> {
    let pools = rt.heap.pool_use();
    rows_of(rt, pools, |rt, pool| {
        let kind = rt.intern(match pool.objects {
            Some(true) => "object",
            Some(false) => "buffer",
            None => "unused",
        });
        let mut items = vec![number(rt, pool.arena)?, number(rt, pool.index)?, kind.into()];
        for n in [pool.size, pool.live, pool.capacity] {
            items.push(number(rt, n)?);
        }
        Ok(items)
    })
}

fn types(rt: &mut Runtime) -> Result<List> {
    let mut found: HashMap<u64, (Object, usize, usize)> = HashMap::new();
    rt.heap.each_object(|object| {
        let class = rt.class_of(object);
        let entry = found.entry(class.id()).or_insert_with(|| (class.as_object().clone(), 0, 0));
        entry.1 += 1;
        entry.2 += rt.heap.object_bytes(object);
    });
    let mut found: Vec<(Object, usize, usize)> = found.into_values().collect();
    found.sort_by_key(|(class, _, bytes)| (std::cmp::Reverse(*bytes), class.id()));
    rows_of(rt, found, |rt, (class, count, bytes)| {
        let name = match crate::object::Class::from_object(&class) {
            Some(class) => rt.qualified_class_name(class)?,
            None => String::new(),
        };
        Ok(vec![rt.new_str(&name)?.into(), number(rt, count)?, number(rt, bytes)?])
    })
}

fn log(rt: &mut Runtime) -> Result<List> {
    let entries = rt.heap.collection_log();
    rows_of(rt, entries, |rt, entry| {
        let trigger = rt.intern(match entry.trigger {
            Trigger::Threshold => "threshold",
            Trigger::Request => "request",
            Trigger::Exit => "exit",
        });
        let mut items = vec![number(rt, entry.generation)?, trigger.into()];
        for n in [entry.scanned, entry.collected, entry.uncollectable] {
            items.push(number(rt, n)?);
        }
        items.push(rt.new_float(entry.pause.as_secs_f64() * 1e6)?);
        for n in [entry.bytes.0, entry.bytes.1, entry.at as usize] {
            items.push(number(rt, n)?);
        }
        Ok(items)
    })
}

fn timeline(rt: &mut Runtime) -> Result<List> {
    let samples = rt.heap.timeline();
    rows_of(rt, samples, |rt, sample| {
        let collection = sample.collection.map_or(Object::NONE, |g| Object::small(g.into()));
        Ok(vec![
            rt.new_float(sample.seconds)?,
            number(rt, sample.made as usize)?,
            number(rt, sample.bytes)?,
            collection,
        ])
    })
}

fn links(rt: &mut Runtime, links: Vec<(String, Object)>) -> Result<List> {
    rows_of(rt, links, |rt, (label, object)| {
        let object = super::gc::shown(rt, object)?;
        Ok(vec![rt.new_str(&label)?.into(), object])
    })
}

fn edges_of(rt: &mut Runtime, object: &Object) -> Result<List> {
    let found = edges::edges(rt, object);
    links(rt, found)
}

fn why_list(rt: &mut Runtime, object: &Object) -> Result<List> {
    let found = why::why(rt, object);
    links(rt, found)
}

fn init(_rt: &mut Runtime, _module: &Module) -> Result<()> {
    Ok(())
}

/// The description of module `_heap`.
pub static MODULE: NativeModule =
    NativeModule { name: "_heap", doc: "What anthill.heap shows of the heap.", functions: FUNCTIONS, init };
