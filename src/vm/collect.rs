//! A collection with all that Python code has to do with it: callbacks of weak references, finalisers, `gc.callbacks`,
//! `gc.garbage`, debug output. The heap does the rest, see `heap/cycle.rs`.

use super::safe_point::{report, run_events};
use crate::base::watch::{STRETCH, Stopped, look};
use crate::heap::{Collection, LogEntry, Object, ShapeId, Trigger};
use crate::layout::{ListBody, Tuple};
use crate::object::{CollectorState, Result, Runtime, collector_debug as debug};
use std::time::Instant;

/// What a collection did.
#[derive(Clone, Copy, Default)]
struct Outcome {
    collected: usize,
    uncollectable: usize,
}

/// Collects `generation` and all younger ones. Returns the number of unreachable objects, as `gc.collect` does.
pub(super) fn collect(rt: &mut Runtime, generation: usize, trigger: Trigger) -> usize {
    if rt.heap.is_collecting() {
        return 0;
    }
    if trigger != Trigger::Threshold {
        rt.heap.release_leftovers_watched();
        if std::mem::take(&mut rt.machine.event_backlog) {
            run_events(rt);
        }
    }
    call_back(rt, "start", generation, Outcome::default());
    let debug = rt.extension::<CollectorState>().debug;
    if debug & debug::STATS != 0 {
        let [young, middle, old, permanent] = generation_sizes(rt);
        print(
            rt,
            &format!(
                "gc: collecting generation {generation}...\ngc: objects in each generation: {young} {middle} {old}\n\
                 gc: objects in permanent generation: {permanent}\n"
            ),
        );
    }
    let (start, before, at) = (Instant::now(), rt.heap.accounting().bytes(), rt.heap.containers_made());
    let Some(found) = rt.heap.begin_collection(generation) else {
        call_back(rt, "stop", generation, Outcome::default());
        return 0;
    };
    let scanned = found.scanned;
    let outcome = dispose(rt, found, debug);
    rt.heap.end_collection();
    let pause = start.elapsed();
    let Outcome { collected, uncollectable } = outcome;
    let bytes = (before, rt.heap.accounting().bytes());
    rt.heap.log_collection(LogEntry { generation, trigger, scanned, collected, uncollectable, pause, bytes, at });
    if debug & debug::STATS != 0 {
        let seconds = pause.as_secs_f64();
        print(
            rt,
            &format!(
                "gc: done, {} unreachable, {uncollectable} uncollectable, {seconds:.4}s elapsed\n",
                collected + uncollectable
            ),
        );
    }
    call_back(rt, "stop", generation, outcome);
    run_events(rt);
    collected + uncollectable
}

/// Runs what Python code has to run for the members of `garbage`, and frees those that are garbage still.
fn dispose(rt: &mut Runtime, found: Collection, debug: u32) -> Outcome {
    let Collection { mut garbage, shapes, plain, .. } = found;
    if garbage.is_empty() {
        return Outcome::default();
    }
    if debug & debug::COLLECTABLE != 0 {
        for object in &garbage {
            if rt.interrupt_waits() {
                break;
            }
            if rt.is_tracked(object) {
                let text = format!("gc: collectable <{} {:#x}>\n", rt.type_name(object), object.id());
                print(rt, &text);
            }
        }
    }
    let Ok(collected) = prepare(rt, &mut garbage, &shapes, plain) else {
        rt.heap.drop_garbage(garbage);
        return Outcome::default();
    };
    if debug & debug::SAVE_ALL != 0 {
        let state = rt.extension::<CollectorState>();
        if let Some(list) = state.garbage.clone().and_then(|l| l.downcast::<ListBody>().ok()) {
            for object in garbage {
                let tracked = rt.is_tracked(&object);
                let (body, heap) = list.get_mut(&mut rt.heap);
                if tracked && body.items.push(heap, object).is_err() {
                    break;
                }
            }
        }
        return Outcome { collected, uncollectable: 0 };
    }
    // SAFETY: no Python code has run since the scan of `begin_collection` or of `sort_out_resurrected`: the set is closed.
    unsafe { rt.heap.free_garbage(garbage, plain) };
    Outcome { collected, uncollectable: 0 }
}

/// Runs callbacks and finalisers, and takes the members out of `garbage` that are no garbage any more. How many objects
/// CPython would say are left.
///
/// # Errors
/// Ctrl-C waits, or the native stack is too deep to run all events now: what is garbage waits for a later collection.
fn prepare(
    rt: &mut Runtime,
    garbage: &mut Vec<Object>,
    shapes: &[(ShapeId, usize)],
    plain: bool,
) -> std::result::Result<usize, Stopped> {
    let floor = rt.heap.event_count();
    let mut python_ran = !plain && rt.heap.clear_garbage_weakrefs(garbage)?;
    if python_ran {
        run_events(rt);
    }
    if !plain && rt.heap.finalize_garbage(garbage)? {
        python_ran = true;
        run_events(rt);
    }
    if rt.heap.event_count() > floor {
        return Err(Stopped);
    }
    if python_ran {
        drop_the_dead(rt, garbage)?;
        let resurrected = rt.heap.sort_out_resurrected(garbage)?;
        rt.heap.drop_garbage(resurrected);
    } else if let Some(count) = count_by_shape(rt, shapes) {
        return Ok(count);
    }
    let mut count = 0;
    for part in garbage.chunks(STRETCH) {
        look(&|| rt.interrupt_waits())?;
        count += part.iter().filter(|object| rt.is_tracked(object)).count();
    }
    Ok(count)
}

/// How many objects CPython's collector would track, if that follows from their shapes alone.
fn count_by_shape(rt: &Runtime, shapes: &[(ShapeId, usize)]) -> Option<usize> {
    shapes.iter().map(|&(shape, count)| Some(if rt.is_collected_shape(shape)? { count } else { 0 })).sum()
}

/// Lets go of members that only their handles keep alive, since what ran has freed them from their cycles: CPython frees
/// these at once and does not count them. (What is left of longer chains after some rounds is counted.)
fn drop_the_dead(rt: &Runtime, garbage: &mut Vec<Object>) -> std::result::Result<(), Stopped> {
    const LOOK: usize = 1 << 12;
    for _ in 0..8 {
        let (before, mut seen, mut stopped) = (garbage.len(), 0, false);
        garbage.retain(|object| {
            seen += 1;
            stopped |= seen % LOOK == 0 && rt.interrupt_waits();
            stopped || !object.is_unique()
        });
        if stopped {
            return Err(Stopped);
        }
        if garbage.len() == before {
            break;
        }
    }
    Ok(())
}

/// Objects that CPython would count in each generation and in the permanent one.
fn generation_sizes(rt: &Runtime) -> [usize; 4] {
    let mut sizes = [0; 4];
    rt.heap.each_object(|object| {
        if rt.is_collected_type(object) {
            sizes[rt.heap.generation(object) as usize] += 1;
        }
    });
    sizes
}

fn print(rt: &mut Runtime, text: &str) {
    if let Some(stderr) = rt.system_attribute("stderr").filter(|s| !s.is_none())
        && let Ok(text) = rt.new_str(text)
    {
        let _ = rt.call_method(&stderr, "write", &[text.into()]);
    }
}

/// Tells `gc.callbacks`. Their errors are reported, never raised.
fn call_back(rt: &mut Runtime, phase: &'static str, generation: usize, outcome: Outcome) {
    let list = rt.extension::<CollectorState>().callbacks.clone();
    let Some(list) = list.and_then(|l| l.downcast::<ListBody>().ok()) else { return };
    if list.get(&rt.heap).items.is_empty() {
        return;
    }
    let raised = std::mem::replace(&mut rt.machine.raised, Object::UNBOUND);
    let how = std::mem::take(&mut rt.machine.raised_as);
    match arguments(rt, phase, generation, outcome) {
        Ok(arguments) => {
            let mut index = 0;
            while let Some(callback) = list.get(&rt.heap).items.get(index).cloned() {
                let interrupts = rt.heap.interrupts();
                if let Err(raised) = rt.call(&callback, arguments.items()) {
                    report(rt, raised, interrupts, &callback);
                }
                index += 1;
            }
        }
        Err(raised) => (rt.hooks.unraisable)(rt, raised, &Object::NONE),
    }
    rt.machine.raised = raised;
    rt.machine.raised_as = how;
}

fn arguments(rt: &mut Runtime, phase: &'static str, generation: usize, outcome: Outcome) -> Result<Tuple> {
    let info = rt.new_dict()?;
    for (name, value) in
        [("generation", generation), ("collected", outcome.collected), ("uncollectable", outcome.uncollectable)]
    {
        let value = rt.new_int(value as i128)?;
        rt.put_attribute(&info, name, value)?;
    }
    let phase = rt.intern(phase);
    Ok(Tuple::from_slice(&rt.heap, &[phase.into(), info.into()])?)
}
