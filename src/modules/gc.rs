//! `gc`: the cycle collector as Python programs see and steer it.
//!
//! What lists objects never hands out the namespace of a class itself, by which a program could change a class behind
//! the caches' back (V7): it gives a `mappingproxy` of it.

use super::{NativeModule, set};
use crate::base::watch::STRETCH;
use crate::heap::{GENERATIONS, HeapVec, Object, PERMANENT, PlainHash, ShapeId, Trigger};
use crate::layout::{DictBody, List, Tuple};
use crate::methods;
use crate::object::{CollectorState, Rest, Result, Runtime, collector_debug as debug};
use crate::types::descriptor::MappingProxyBody;
use crate::types::module::Module;
use std::collections::HashSet;

methods! {
    static FUNCTIONS = [
        /// Enable automatic garbage collection.
        @function "enable"() => enable;
        /// Disable automatic garbage collection.
        @function "disable"() => disable;
        /// Returns true if automatic garbage collection is enabled.
        @function "isenabled"() => isenabled;
        /// Run the garbage collector.
        ///
        /// With no arguments, run a full collection.  The optional argument
        /// may be an integer specifying which generation to collect.  A ValueError
        /// is raised if the generation number is invalid.
        ///
        /// The number of unreachable objects is returned.
        @function "collect"(generation=2) => collect;
        /// Return a three-tuple of the current collection counts.
        @function "get_count"() => get_count;
        /// Return a list of dictionaries containing per-generation statistics.
        @function "get_stats"() => get_stats;
        /// Set the garbage collection debugging flags.
        ///
        ///   flags
        ///     An integer that can have the following bits turned on:
        ///       DEBUG_STATS - Print statistics during collection.
        ///       DEBUG_COLLECTABLE - Print collectable objects found.
        ///       DEBUG_UNCOLLECTABLE - Print unreachable but uncollectable objects
        ///         found.
        ///       DEBUG_SAVEALL - Save objects to gc.garbage rather than freeing them.
        ///       DEBUG_LEAK - Debug leaking programs (everything but STATS).
        ///
        /// Debugging information is written to sys.stderr.
        @function "set_debug"(flags, /) => set_debug;
        /// Get the garbage collection debugging flags.
        @function "get_debug"() => get_debug;
        /// set_threshold(threshold0, [threshold1, [threshold2]])
        /// Set the collection thresholds (the collection frequency).
        ///
        /// Setting 'threshold0' to zero disables collection.
        @function "set_threshold"(*args) => set_threshold;
        /// Return the current collection thresholds.
        @function "get_threshold"() => get_threshold;
        /// Return a list of objects tracked by the collector (excluding the list returned).
        ///
        ///   generation
        ///     Generation to extract the objects from.
        ///
        /// If generation is not None, return only the objects tracked by the collector
        /// that are in that generation.
        @function "get_objects"(generation=None) => get_objects;
        /// Return the list of objects that directly refer to any of 'objs'.
        @function "get_referrers"(*objs) => get_referrers;
        /// Return the list of objects that are directly referred to by 'objs'.
        @function "get_referents"(*objs) => get_referents;
        /// Returns true if the object is tracked by the garbage collector.
        ///
        /// Simple atomic objects will return false.
        @function "is_tracked"(obj, /) => is_tracked;
        /// Returns true if the object has been already finalized by the GC.
        @function "is_finalized"(obj, /) => is_finalized;
        /// Freeze all current tracked objects and ignore them for future collections.
        ///
        /// This can be used before a POSIX fork() call to make the gc copy-on-write friendly.
        /// Note: collection before a POSIX fork() call may free pages for future allocation
        /// which can cause copy-on-write.
        @function "freeze"() => freeze;
        /// Unfreeze all objects in the permanent generation.
        ///
        /// Put all objects in the permanent generation back into oldest generation.
        @function "unfreeze"() => unfreeze;
        /// Return the number of objects in the permanent generation.
        @function "get_freeze_count"() => get_freeze_count;
    ];
}

fn enable(rt: &mut Runtime) {
    rt.heap.set_collecting(true);
}

fn disable(rt: &mut Runtime) {
    rt.heap.set_collecting(false);
}

fn isenabled(rt: &mut Runtime) -> bool {
    rt.heap.is_collecting_enabled()
}

fn collect(rt: &mut Runtime, generation: Option<&Object>) -> Result<usize> {
    let generation = match generation {
        Some(generation) => rt.to_index(generation)?,
        None => GENERATIONS as isize - 1,
    };
    match usize::try_from(generation) {
        Ok(generation) if generation < GENERATIONS => Ok((rt.hooks.collect)(rt, generation, Trigger::Request)),
        _ => Err(rt.value_error("invalid generation")),
    }
}

fn three(rt: &Runtime, numbers: [u32; GENERATIONS]) -> Result<Tuple> {
    let items = numbers.map(|n| Object::int(n.into()).expect("fits 62 bits"));
    Ok(Tuple::from_slice(&rt.heap, &items)?)
}

fn get_count(rt: &mut Runtime) -> Result<Tuple> {
    three(rt, rt.heap.collection_counts())
}

fn get_threshold(rt: &mut Runtime) -> Result<Tuple> {
    three(rt, rt.heap.thresholds())
}

fn set_threshold(rt: &mut Runtime, args: Rest<'_>) -> Result<()> {
    if args.0.is_empty() || args.0.len() > GENERATIONS {
        return Err(rt.type_error("gc.set_threshold requires 1 to 3 arguments"));
    }
    let mut thresholds = rt.heap.thresholds();
    for (i, value) in args.0.iter().enumerate() {
        let value = rt.to_index(value)?;
        let Ok(value) = i32::try_from(value) else {
            return Err(rt.overflow_error("signed integer is greater than maximum"));
        };
        // A negative threshold is as good as none: every count is above it; 0 of the first means never.
        thresholds[i] = value.max(0) as u32;
    }
    rt.heap.set_thresholds(thresholds);
    Ok(())
}

fn get_stats(rt: &mut Runtime) -> Result<List> {
    let mut rows: Vec<Object> = Vec::new();
    for stats in rt.heap.generation_stats() {
        let row = rt.new_dict()?;
        for (name, value) in
            [("collections", stats.collections), ("collected", stats.collected), ("uncollectable", stats.uncollectable)]
        {
            let value = rt.new_int(value as i128)?;
            rt.put_attribute(&row, name, value)?;
        }
        rows.push(row.into());
    }
    Ok(List::from_slice(&rt.heap, &rows)?)
}

fn set_debug(rt: &mut Runtime, flags: i32) {
    rt.extension::<CollectorState>().debug = flags as u32;
}

fn get_debug(rt: &mut Runtime) -> i32 {
    rt.extension::<CollectorState>().debug as i32
}

/// What a program may see of an object: the namespace of a class only through a proxy.
pub fn shown(rt: &Runtime, object: Object) -> Result {
    match object.cast_exact::<DictBody>() {
        Some(dict) if dict.get(&rt.heap).is_class_namespace() => {
            Ok(rt.heap.alloc(ShapeId::MAPPING_PROXY, MappingProxyBody { mapping: object })?.into())
        }
        _ => Ok(object),
    }
}

fn shown_list(rt: &Runtime, objects: Vec<Object>) -> Result<List> {
    let mut list = HeapVec::with_capacity(&rt.heap, objects.len())?;
    for object in objects {
        list.push(&rt.heap, shown(rt, object)?)?;
    }
    Ok(List::new(&rt.heap, list)?)
}

fn get_objects(rt: &mut Runtime, generation: Option<&Object>) -> Result<List> {
    let wanted = match generation.filter(|g| !g.is_none()) {
        None => None,
        Some(generation) => {
            let Ok(index) = rt.index_object(generation) else {
                let got = rt.type_name(generation);
                return Err(rt.type_error(format!("argument should be integer or None, not '{got}'")));
            };
            match rt.to_index(&index)? {
                n if n >= GENERATIONS as isize => {
                    return Err(rt.value_error(format!(
                        "generation parameter must be less than the number of available generations ({GENERATIONS})"
                    )));
                }
                n if n < -1 => return Err(rt.value_error("generation parameter cannot be negative")),
                n => u8::try_from(n).ok(),
            }
        }
    };
    let mut found = Vec::new();
    rt.heap.each_object_watched(|object| {
        let generation = rt.heap.generation(object);
        if wanted.map_or(generation != PERMANENT, |wanted| generation == wanted) && rt.is_tracked(object) {
            found.push(object.clone());
        }
    })?;
    shown_list(rt, found)
}

fn get_referrers(rt: &mut Runtime, objects: Rest<'_>) -> Result<List> {
    let targets: HashSet<u64, PlainHash> = objects.0.iter().filter(|o| o.is_pointer()).map(Object::id).collect();
    let mut found = Vec::new();
    rt.heap.each_object_watched(|object| {
        let mut refers = false;
        rt.heap.each_referent_watched(object, |child| refers |= targets.contains(&child.id()));
        if refers && rt.is_tracked(object) {
            found.push(object.clone());
        }
    })?;
    shown_list(rt, found)
}

fn get_referents(rt: &mut Runtime, objects: Rest<'_>) -> Result<List> {
    let mut found: HeapVec<Object> = HeapVec::new();
    for object in objects.0 {
        rt.check_interrupts()?;
        if !rt.is_collected_type(object) {
            continue;
        }
        // CPython's sequences are walked from their ends.
        if matches!(object.shape(), ShapeId::LIST | ShapeId::TUPLE | ShapeId::TUPLE_LARGE) {
            let items = rt.gather(object)?;
            found.reserve(&rt.heap, items.len())?;
            for part in items.rchunks(STRETCH) {
                rt.check_interrupts()?;
                for item in part.iter().rev() {
                    found.push(&rt.heap, shown(rt, item.clone())?)?;
                }
            }
            continue;
        }
        let mut own = rt.heap.referents_and_immediates(object);
        if let Some(dict) = object.cast_exact::<DictBody>()
            && dict.get(&rt.heap).has_only_strings()
        {
            // Nor does CPython's look at keys that are all strings.
            own = dict.pairs(&rt.heap).into_iter().map(|(_, value)| value).collect();
        }
        for object in own {
            found.push(&rt.heap, shown(rt, object)?)?;
        }
    }
    Ok(List::new(&rt.heap, found)?)
}

fn is_tracked(rt: &mut Runtime, object: &Object) -> bool {
    rt.is_tracked(object)
}

fn is_finalized(rt: &mut Runtime, object: &Object) -> bool {
    object.is_pointer() && rt.heap.is_finalized(object)
}

fn freeze(rt: &mut Runtime) -> Result<()> {
    Ok(rt.heap.move_generations_watched(|age| age != PERMANENT, PERMANENT)?)
}

fn unfreeze(rt: &mut Runtime) -> Result<()> {
    Ok(rt.heap.move_generations_watched(|age| age == PERMANENT, GENERATIONS as u8 - 1)?)
}

fn get_freeze_count(rt: &mut Runtime) -> usize {
    let mut count = 0;
    rt.heap.each_object(|object| {
        if rt.heap.generation(object) == PERMANENT && rt.is_tracked(object) {
            count += 1;
        }
    });
    count
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    for (name, bits) in [
        ("DEBUG_STATS", debug::STATS),
        ("DEBUG_COLLECTABLE", debug::COLLECTABLE),
        ("DEBUG_UNCOLLECTABLE", debug::UNCOLLECTABLE),
        ("DEBUG_SAVEALL", debug::SAVE_ALL),
        ("DEBUG_LEAK", debug::COLLECTABLE | debug::UNCOLLECTABLE | debug::SAVE_ALL),
    ] {
        set(rt, module, name, Object::small(bits as i32))?;
    }
    let callbacks = List::from_slice(&rt.heap, &[])?;
    let garbage = List::from_slice(&rt.heap, &[])?;
    set(rt, module, "callbacks", callbacks.clone().into())?;
    set(rt, module, "garbage", garbage.clone().into())?;
    let state = rt.extension::<CollectorState>();
    state.callbacks = Some(callbacks.into());
    state.garbage = Some(garbage.into());
    Ok(())
}

/// The description of module `gc`.
pub static MODULE: NativeModule = NativeModule {
    name: "gc",
    doc: "This module provides access to the garbage collector for reference cycles.\n\nenable() -- Enable automatic garbage collection.\ndisable() -- Disable automatic garbage collection.\nisenabled() -- Returns true if automatic collection is enabled.\ncollect() -- Do a full collection right now.\nget_count() -- Return the current collection counts.\nget_stats() -- Return list of dictionaries containing per-generation stats.\nset_debug() -- Set debugging flags.\nget_debug() -- Get debugging flags.\nset_threshold() -- Set the collection thresholds.\nget_threshold() -- Return the current the collection thresholds.\nget_objects() -- Return a list of all objects tracked by the collector.\nis_tracked() -- Returns true if a given object is tracked.\nis_finalized() -- Returns true if a given object has been already finalized.\nget_referrers() -- Return the list of objects that refer to an object.\nget_referents() -- Return the list of objects that an object refers to.\nfreeze() -- Freeze all tracked objects and ignore them for future collections.\nunfreeze() -- Unfreeze all objects in the permanent generation.\nget_freeze_count() -- Return the number of objects in the permanent generation.\n",
    functions: FUNCTIONS,
    init,
};
